internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// The words for reasons against a release.
enum VerificationWording {
  /// Returns the refusal that sums up every reason; nil when there is none.
  static func diagnostic(of refusals: [Refusal]) -> Diagnostic? {
    guard let worst = refusals.first else { return nil }
    return Diagnostic(
      code: worst.code.rawValue, problem: sentence(worst), because: refusals.dropFirst().map(sentence),
      hints: isReadFailure(worst) ? [] : hints(worst),
      exit: refusals.allSatisfy(isReadFailure) ? .environment : .refused)
  }

  /// Whether a reason says only that something could not be found out.
  private static func isReadFailure(_ refusal: Refusal) -> Bool {
    if case .artifactUnread = refusal { true } else { false }
  }

  static func sentence(_ refusal: Refusal) -> String {
    switch refusal {
    case .malformedEnvelope(let error): "the file is no signed manifest: \(FormatWording.envelope(error))"
    case .malformedManifest(let error): "what is signed is no manifest: \(FormatWording.statement(error))"
    case .trustInvalid(let reason): "the trust root does not hold: \(reason)"
    case .roleMissing(let role): "the trust root grants nobody the role `\(role)`"
    case .trustExpired(let at): "the trust root expired at \(at)"
    case .signatureUntrusted(let count, let role):
      count == 0
        ? "nobody has signed"
        : "none of \(count) signatures is a good one of a key "
          + (role.map { "of the role `\($0)`" } ?? "that was named")
    case .thresholdNotMet(let required, let met, let role):
      "\(met) of \(required) signatures" + (role.map { " of the role `\($0)`" } ?? "")
    case .projectMismatch(let expected, let found):
      "the manifest is for \(found), not for \(expected)"
    case .commitMismatch(let expected, let found): "made of commit \(found), expected \(expected)"
    case .imageMismatch(let name, let expected, let found):
      expected.map { "image `\(name)` is sha256:\(found.hex), signed is sha256:\($0.hex)" }
        ?? "image `\(name)` is not in the manifest"
    case .imageUnsigned(let name): "no signed manifest is attached to `\(name)`"
    case .imageTagMoved(let tag, let expected, let found):
      "the tag `\(tag)` leads to \(found.map { "sha256:\($0.hex)" } ?? "nothing"), not to sha256:\(expected.hex)"
    case .imageTagClaims(let tag, let signed): "the tag says `\(tag)`, signed is \(signed)"
    case .imageContent(let reason): reason
    case .artifactMismatch(let path, let expected, let found):
      "\(path) has other bytes: sha256:\(found.hex), signed is sha256:\(expected.hex)"
    case .artifactSize(let path, let expected, let found):
      "\(path) has \(found) bytes, signed are \(expected)"
    case .artifactSurplus(let names, let count): surplus(names, count)
    case .artifactsUnseen(let reason): "not everything beside the files could be seen: \(reason)"
    case .artifactMissing(let path): "\(path) is not there"
    case .artifactUnread(let path, let reason): "\(path) could not be read: \(reason)"
    case .artifactUnreadable(let path, let reason): "\(path) cannot be checked: \(reason)"
    case .ledgerInconsistent(let reason): "the ledger does not hold: \(reason)"
    case .ledgerStale(let age, let maximum): stale(age, maximum)
    case .notPromoted(let environment):
      "by the ledger it neither runs in \(environment) nor is on its way there"
    case .notRecorded: "the ledger knows nothing of it"
    case .yanked(let version, let reason): "\(version) was withdrawn: \(reason)"
    case .notRederivable(let reason): "it cannot be derived from this repository: \(reason)"
    case .rederivedOtherwise(let field, let expected, let found):
      "\(field) is signed as `\(expected)` and derived as `\(found)`"
    case .notReproduced(let fault): ReproductionWording.sentence(fault)
    case .provenance(let fault): ProvenanceWording.sentence(fault)
    }
  }

  static func diagnostic(of problem: VerificationProblem) -> Diagnostic {
    let (words, hint) =
      switch problem {
      case .ledgerNeedsRoot:
        ("a ledger is judged by a trust root, not by single keys", "name the root with `--trust`")
      case .exactWithoutArtifacts:
        ("`--exact` says nothing without files to check", "name their folder with `--artifacts`")
      case .withoutImage(let option):
        ("`\(option)` is about an image, and a file was named", "name the image: `REGISTRY/NAME:TAG`")
      case .imageTwice(let name): ("two digests are expected of image `\(name)`", "keep one of them")
      }
    return Diagnostic(code: "usage", problem: words, hints: [hint], exit: .usage)
  }

  /// Files that the manifest does not name.
  static func surplus(_ names: [String], _ count: Int) -> String {
    let more = count > names.count ? " and \(count - names.count) more" : ""
    return "not in the manifest: \(names.joined(separator: ", "))\(more)"
  }

  /// What kept a search from seeing everything.
  static func gap(_ gap: Surplus.Gap) -> String {
    switch gap {
    case .depth(let path): "\(path) is nested too deep"
    case .entries(let limit): "there are more than \(limit) others"
    case .unreadable(let error): FileWording.problem(error)
    }
  }

  /// What stands where a file, or a folder on the way to it, should be.
  static func inTheWay(_ kind: EntryKind, at place: String, of path: ArtifactPath) -> String {
    let noun =
      switch kind {
      case .file: "a file"
      case .directory: "a folder"
      case .symlink: "a symbolic link, which is not followed"
      case .fifo: "a named pipe"
      case .socket: "a socket"
      case .device: "a device"
      }
    return place.utf8.elementsEqual(path.text.utf8) ? "it is \(noun)" : "\(place) on the way to it is \(noun)"
  }

  private static func stale(_ age: Int64?, _ maximum: TimeSpan) -> String {
    guard let age else { return "no holder of `ledger` says when this was the ledger's newest state" }
    guard age >= 0 else {
      return "the ledger's newest state is dated \(TimeSpan(seconds: -age)) in the future"
    }
    return "the ledger's newest state is \(TimeSpan(seconds: age)) old; at most \(maximum) is allowed"
  }

  private static func hints(_ refusal: Refusal) -> [String] {
    if case .notReproduced = refusal {
      return ["build both with the same tools, then look with `release manifest diff`"]
    }
    return switch refusal.code {
    case .signatureUntrusted: ["do not use the release; ask whoever made it for the signed manifest"]
    case .thresholdNotMet: ["ask another holder of the role to run `release sign FILE --key …`"]
    case .trustExpired: ["get the newest `trust/root.json` from the project"]
    case .artifactMismatch, .artifactMissing: ["fetch the files again and do not use these"]
    case .ledgerStale:
      ["read the ledger from where it is written, or have it renewed: `release ledger witness`"]
    case .notPromoted: ["promote it with `release promote FILE --to ENV`"]
    case .builderUntrusted:
      ["accept it with `--builder URI`, or in `release.json` under `provenance.builders`"]
    default: []
    }
  }
}
