package import StrictJSON

/// What a credential helper answers to `get` (docker-credential-helpers, "Protocol").
package struct HelperAnswer: Hashable, Sendable {
  /// The credentials; `.none` when the helper has none for the registry.
  package let source: CredentialSource

  /// Why an answer cannot be read; never with a secret in it.
  package enum Problem: Error, Hashable, Sendable {
    /// The answer is no strict JSON.
    case notJSON(JSONError)
    /// The JSON has another shape.
    case shape(JSONShapeError)
  }

  private static let limits = JSONLimits(bytes: 1 << 20)
  private static let notFound = "credentials not found in native keychain"

  /// Reads what the helper wrote to its standard output.
  ///
  /// - Throws: `Problem`.
  package init(parsing bytes: [UInt8]) throws(Problem) {
    guard !bytes.starts(with: Self.notFound.utf8) else {
      source = .none
      return
    }
    let answer = try Self.document(bytes)
    do {
      let user = try answer.member("Username").string()
      let secret = try answer.member("Secret").string()
      source = Self.source(user: user, secret: secret)
    } catch { throw .shape(error) }
  }

  /// The name `<token>` says that the secret is an identity token.
  private static func source(user: String, secret: String) -> CredentialSource {
    if secret.isEmpty { return .none }
    if user.hasSameBytes(as: "<token>") { return .identityToken(user: "", token: secret) }
    return user.isEmpty ? .none : .plain(user: user, password: secret)
  }

  private static func document(_ bytes: [UInt8]) throws(Problem) -> JSONCursor {
    do { return JSONCursor(try JSONValue(parsing: bytes, limits: limits)) } catch { throw .notJSON(error) }
  }
}
