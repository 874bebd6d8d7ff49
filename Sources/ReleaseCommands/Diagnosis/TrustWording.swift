internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning

/// The words for what is wrong with trust roots.
enum TrustWording {
  static func diagnostic(of error: TrustSourceError) -> Diagnostic {
    switch error {
    case .missing(let path):
      Diagnostic(
        code: "trust_missing", problem: "there is no trust root: \(path)",
        hints: ["make one with `release trust init`, or name it with `--trust`"], exit: .usage)
    default:
      Diagnostic(
        code: "trust_invalid", problem: "the trust root does not hold: \(reason(error))",
        hints: ["get it from the project again, over a channel that you trust"], exit: .refused)
    }
  }

  /// Why a trust root is not to be believed.
  static func reason(_ error: TrustSourceError) -> String {
    switch error {
    case .missing(let path): "\(path) is not there"
    case .invalid(let path, let problem): "\(path): \(FormatWording.chain(problem))"
    case .differs(let path, let version): "\(path) is not the same as \(version).root.json beside it"
    case .gap(let folder, let version): "root \(version) is missing in \(folder)"
    case .notPinned(let path, let pin, let oldest):
      "\(path) does not follow from the root sha256:\(pin.hex) that is pinned; the roots beside it begin at \(oldest)"
    }
  }

  static func diagnostic(of error: TrustProblem) -> Diagnostic {
    switch error {
    case .exists(let path):
      Diagnostic(
        code: "trust_exists", problem: "there is a trust root already: \(path)",
        hints: ["show it with `release trust show`"],
        exit: .refused)
    case .threshold(let text):
      Diagnostic(
        code: "usage", problem: "the threshold `\(text)` cannot be met",
        hints: ["from 1 to the number of the role's keys"],
        exit: .usage)
    case .project(let name):
      Diagnostic(
        code: "usage", problem: "`\(name)` cannot be a project's name",
        hints: ["letters, digits and `._-/@`"], exit: .usage)
    case .pin(let text):
      usage(
        (
          "`\(text)` cannot be the digest of a root",
          ["`sha256:` and 64 hex digits, as `release trust show` prints it"]
        ))
    case .change(let problem): usage(change(problem))
    case .nothingToChange(let path):
      usage(
        (
          "nothing is to be changed, and nothing waits for signatures in \(path)",
          ["name a change: `--add-key`, `--remove-key`, `--threshold` or `--expires`"]
        ))
    case .otherProposal(let path):
      Diagnostic(
        code: "trust_proposed", problem: "another root waits for signatures: \(path)",
        hints: ["look at it with `release trust show \(path)`, sign it, or remove it"], exit: .refused)
    case .proposal(let path, let problem):
      Diagnostic(
        code: "trust_invalid", problem: "\(path) cannot come into force: \(proposal(problem))",
        hints: ["nothing of it is written; remove a file that is there, and propose again"], exit: .refused)
    case .raced(let path):
      Diagnostic(
        code: "trust_exists", problem: "another root came into force meanwhile: \(path)",
        hints: ["look at it with `release trust show`, and propose again"], exit: .refused)
    case .incomplete(let oldest):
      Diagnostic(
        code: "trust_invalid",
        problem:
          "the roots before \(oldest) are not here, so that the chain cannot be checked from its beginning",
        hints: ["get them from the project, or pin root \(oldest) with RELEASE_TRUST_PIN"], exit: .refused)
    case .unvouched(let path):
      Diagnostic(
        code: "trust_proposed", problem: "nobody who holds `root` now has signed \(path)",
        hints: [
          "look at it with `release trust show \(path)`; to propose the same yourself, name its changes: `--add-key` and so on",
          "or remove it",
        ], exit: .refused)
    case .proposalIsRoot(let path):
      usage(("\(path) is a root in force, no proposal", ["leave `--proposal` out"]))
    case .notARootKey(let id):
      Diagnostic(
        code: "key_not_allowed",
        problem: "the key \(id.hex) does not hold `root`, so its signature would not count",
        exit: .refused)
    case .expiresInThePast(let moment):
      usage(
        ("the root would have expired on \(moment)", ["say from now on how long it holds: `--expires 365d`"]))
    }
  }

  /// What a proposed root has otherwise.
  static func sentence(_ difference: TrustRootDifference) -> String {
    switch difference {
    case .added(let id, let name, let role): "\(name) \(id.hex.prefix(12)) gets `\(role)`"
    case .removed(let id, let name, let role): "\(name) \(id.hex.prefix(12)) loses `\(role)`"
    case .threshold(let role, nil, let to?): "`\(role)` is new and asks for \(to)"
    case .threshold(let role, let from, nil): "`\(role)`, which asked for \(from ?? 0), is gone"
    case .threshold(let role, let from?, let to?): "`\(role)` asks for \(to), not \(from)"
    case .renamed(let id, let from, let to): "\(id.hex.prefix(12)) is called `\(to)`, not `\(from)`"
    case .text(let field, let from, let to): "`\(field)` is \(to), not \(from)"
    }
  }

  /// The root waits for signatures.
  static func pending(_ proposal: TrustProposal, path: String) -> Diagnostic {
    let votes = proposal.votes.filter { $0.met < $0.required }
    return Diagnostic(
      code: "signatures_missing",
      problem: "root \(proposal.root.version) is not in force yet; it waits in \(path)",
      because: votes.map { "\($0.met) of \($0.required) root keys of root \($0.version) have signed" },
      hints: ["pass the file on; its next holder runs `release trust update --sign-key …`"], exit: .pending)
  }

  private static func usage(_ words: (problem: String, hints: [String])) -> Diagnostic {
    Diagnostic(code: "usage", problem: words.problem, hints: words.hints, exit: .usage)
  }

  private static func change(_ problem: TrustRootChange.Problem) -> (String, [String]) {
    let show = ["see `release trust show`"]
    return switch problem {
    case .noSuchKey(let text, let role):
      ("no key\(role.map { " of `\($0)`" } ?? "") has the id `\(text)`", show)
    case .ambiguousKey(let text): ("several keys have ids that begin with `\(text)`", ["write more of it"])
    case .alreadyHeld(let id, let role): ("the key \(id.hex.prefix(12)) has the role `\(role)` already", show)
    case .roleWithoutKeys(let role):
      ("`\(role)` would have no keys", ["add another key of it in the same command"])
    case .threshold(let role, let threshold, let keys):
      ("`\(role)` would ask for \(threshold) of \(keys) keys", ["set it too: `--threshold \(role)=N`"])
    case .noSuchRole(let role):
      ("the root has no role `\(role)`", ["give it a key: `--add-key \(role)=PUB.pem`"])
    }
  }

  private static func proposal(_ problem: TrustProposal.Problem) -> String {
    switch problem {
    case .envelope(let error): FormatWording.envelope(error)
    case .root(let error): FormatWording.statement(error)
    case .version(let expected, let found): "it is root \(found), and root \(expected) is next"
    case .otherProject(let expected, let found): "it is for \(found), not for \(expected)"
    case .badSignature(let id):
      "a signature in it\(id.isEmpty ? "" : " under the key id \(id.prefix(12))") is not a good one of a root key; it was changed after somebody signed"
    }
  }
}
