internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `release provenance verify`: whether a release was built by whom and of what it should have been.
struct ProvenanceVerifyCommand: Command {
  var file = ""
  var manifest = ""
  var trusting = TrustOptions()
  var builders: [BuilderName] = []
  var global = GlobalOptions()

  static let syntax = declare(
    "provenance verify", "Check the SLSA provenance of a release", in: .evidence,
    [
      .positional("file", \.file, "The signed provenance"),
      .option(
        "--manifest", \.manifest, "file", "The signed manifest of the release, verified first",
        required: true),
    ] + TrustOptions.lifted(at: \.trusting) + [
      .option(
        "--builder", \.builders, "uri",
        "Accept this builder, of a workflow on any git ref; default: those of the configuration")
    ],
    discussion: """
      Makes no network call. The same keys count for both documents. What was built must be what the manifest names, \
      from its commit, by a builder that is accepted, and with no parameter that is not known.
      """,
    examples: [
      "release provenance verify 1.5.0.intoto.json --manifest 1.5.0.json "
        + "--builder https://github.com/acme/shop/.github/workflows/release.yml"
    ], exits: [.done, .refused, .usage, .environment], exclusions: TrustOptions.exclusions)

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspaceWithoutGit()
    let accepted =
      builders.isEmpty ? workspace.configuration.provenance.builders : builders.map(\.builder)
    guard !accepted.isEmpty else { throw ProvenanceUsage.noBuilderAccepted }
    let judge = try trusting.judge(in: workspace, session)
    let verifier = ManifestVerifier(
      trusting: judge.trust, at: session.now, expecting: workspace.configuration.project)
    let verdict = try session.document(manifest).map(verifier.verify) ?? verifier.refused(.tooLong)
    let bytes = try session.document(file)
    let judged = verdict.verified.map { verified in
      let verifier = ProvenanceVerifier(trusting: judge.trust, at: session.now, accepting: accepted)
      return bytes.map { verifier.verify($0, of: verified) } ?? verifier.refused(.tooLong)
    }
    return ProvenanceAnswer(manifest: verdict, provenance: judged, judge: judge).answer
  }
}
