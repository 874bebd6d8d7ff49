internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

/// The words for how a release was built.
enum ProvenanceWording {
  static func diagnostic(of problem: ProvenanceProblem) -> Diagnostic {
    switch problem {
    case .noBuilder(let service, let missing): noBuilder(service, missing)
    case .variable(let name):
      usage(
        "provenance_variable", "the variable `\(name)` holds what it cannot",
        hint: "run it in the job as the CI sets it up")
    case .twoServices:
      usage(
        "provenance_variable", "both GITHUB_ACTIONS and GITLAB_CI are set",
        hint: "unset the one that does not run this job")
    case .proposal(let event):
      Diagnostic(
        code: "provenance_mismatch", problem: "this run is one of a proposal: `\(event)`",
        because: ["whoever proposes a change may have had a say in it"],
        hints: ["build in a run that was started on the release's tag, also by hand"], exit: .refused)
    case .endsBeforeItBegins(let started, let finished):
      usage("usage", "the run ended at \(finished), before it began at \(started)", hint: "give both in UTC")
    case .otherCommit(let manifest, let run): disagreement("commit \(manifest)", run, else: "no commit")
    case .otherRef(let manifest, let run): disagreement(manifest, run, else: "neither a tag nor a branch")
    case .otherRepository(let manifest, let run): disagreement(manifest, run, else: "no repository")
    }
  }

  private static func noBuilder(_ service: CIEnvironment.Service?, _ missing: [String]) -> Diagnostic {
    Diagnostic(
      code: "builder_missing", problem: "nothing says who builds",
      because: [
        service.map { "\($0.rawValue) has not set \(missing.joined(separator: " and "))" }
          ?? "this runs neither on GitHub Actions nor on GitLab CI"
      ],
      hints: [
        "name the builder: `--builder URI`, such as the address of the CI job's definition",
        "for a build on a machine of your own say so: `--builder local`",
      ], exit: .usage)
  }

  private static func usage(_ code: String, _ words: String, hint: String) -> Diagnostic {
    Diagnostic(code: code, problem: words, hints: [hint], exit: .usage)
  }

  /// A run of other sources than those of the manifest.
  private static func disagreement(_ manifest: String, _ run: String, else nothing: String) -> Diagnostic {
    Diagnostic(
      code: "provenance_mismatch",
      problem: "the manifest is of \(manifest), and this run of \(run.isEmpty ? nothing : run)",
      because: ["provenance of another run would not be true"],
      hints: ["build in a run that was started on the release's tag, also by hand"],
      exit: .refused)
  }

  static func diagnostic(of usage: ProvenanceUsage) -> Diagnostic {
    switch usage {
    case .noBuilderAccepted:
      Diagnostic(
        code: "builder_missing", problem: "no builder is accepted",
        hints: ["name one with `--builder URI`, or in `release.json` under `provenance.builders`"],
        exit: .usage)
    }
  }

  static func sentence(_ fault: Provenance.Fault) -> String {
    switch fault {
    case .malformed(let error): "what is signed is no provenance: \(FormatWording.statement(error))"
    case .otherwise(.subject, let expected, let found):
      expected.isEmpty
        ? "it is about \(found), which the manifest does not name"
        : "it says nothing of \(expected) with the digest that the manifest gives"
    case .otherwise(.manifest, let expected, let found):
      "it was made for the manifest \(shown(found)), not for \(shown(expected))"
    case .otherwise(let field, let expected, let found):
      "its \(field.rawValue) is \(shown(found)), that of the manifest is \(shown(expected))"
    case .unknownParameter(let name):
      "the parameter `\(name)` is not known, and may mean that it was built otherwise"
    case .missing: "no provenance is attached, and only some builders are accepted"
    case .builder(let found, let accepted):
      "built by \(found)"
        + (accepted.isEmpty ? "" : ", accepted is \(accepted.map(\.text).joined(separator: ", "))")
    }
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "not there" : "`\(text)`" }
}
