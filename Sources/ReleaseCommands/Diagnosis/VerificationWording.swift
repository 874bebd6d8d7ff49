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
      hints: hints(worst), exit: .refused)
  }

  static func sentence(_ refusal: Refusal) -> String {
    switch refusal {
    case .malformedEnvelope(let error): "the file is no signed manifest: \(FormatWording.envelope(error))"
    case .malformedManifest(let error): "what is signed is no manifest: \(FormatWording.statement(error))"
    case .trustInvalid(let problem): "the trust root does not hold: \(FormatWording.chain(problem))"
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
      "the manifest is for \(found), the trust root for \(expected)"
    case .commitMismatch(let expected, let found): "made of commit \(found), expected \(expected)"
    case .imageMismatch(let name, let expected, let found):
      expected.map { "image `\(name)` is sha256:\(found.hex), signed is sha256:\($0.hex)" }
        ?? "image `\(name)` is not in the manifest"
    case .artifactMismatch(let path, let expected, let found):
      "\(path) has other bytes: sha256:\(found.hex), signed is sha256:\(expected.hex)"
    case .artifactMissing(let path): "\(path) is not there"
    case .artifactUnreadable(let path, let reason): "\(path) cannot be checked: \(reason)"
    case .ledgerInconsistent(let reason): "the ledger does not hold: \(reason)"
    case .notPromoted(let environment):
      "by the ledger it neither runs in \(environment) nor is on its way there"
    case .notRecorded: "the ledger knows nothing of it"
    case .yanked(let version, let reason): "\(version) was withdrawn: \(reason)"
    case .rederivedOtherwise(let field, let expected, let found):
      "\(field) is signed as `\(expected)` and derived as `\(found)`"
    }
  }

  private static func hints(_ refusal: Refusal) -> [String] {
    switch refusal.code {
    case .signatureUntrusted: ["do not use the release; ask whoever made it for the signed manifest"]
    case .thresholdNotMet: ["ask another holder of the role to run `release sign FILE --key …`"]
    case .trustExpired: ["get the newest `trust/root.json` from the project"]
    case .artifactMismatch, .artifactMissing: ["fetch the files again and do not use these"]
    case .notPromoted: ["promote it with `release promote FILE --to ENV`"]
    default: []
    }
  }
}
