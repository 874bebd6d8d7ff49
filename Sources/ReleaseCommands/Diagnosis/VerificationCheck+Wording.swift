internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

extension VerificationCheck {
  /// The lines of a check: one, or one for each reason against the release.
  var lines: [String] {
    switch status {
    case .ok(let detail): ["ok       \(name): \(detail)"]
    case .skipped(let detail): ["skipped  \(name): \(detail)"]
    case .failed(let refusals): refusals.map { "FAILED   \(name): \(VerificationWording.sentence($0))" }
    }
  }

  /// The check in a document.
  var json: JSONValue {
    let (status, detail): (String, String) =
      switch status {
      case .ok(let detail): ("ok", detail)
      case .skipped(let detail): ("skipped", detail)
      case .failed(let refusals):
        ("failed", refusals.map(VerificationWording.sentence).joined(separator: "; "))
      }
    return ["name": .string(name), "status": .string(status), "detail": .string(detail)]
  }
}

extension TrustRoot? {
  /// Whoever signed, in a document: named by the root, when there is one that was judged by.
  func json(of key: PublicKey, in role: ReleaseManifests.Role) -> JSONValue {
    [
      "keyid": .string(key.keyID.hex), "name": JSONValue(self?.keys[key.keyID]?.name),
      "role": JSONValue(self == nil ? nil : role.name),
    ]
  }
}
