internal import OCIImages

/// What a registry is told about who asks.
package enum Credentials: Hashable, Sendable {
  /// A name and its password.
  case password(user: String, String)
  /// A token that others are had for (OAuth 2.0, RFC 6749, section 6).
  case identityToken(String)
  /// A token that is shown as it is.
  case registryToken(String)
}

extension Credentials {
  /// Returns `nil` for a source that holds none itself.
  init?(_ source: CredentialSource) {
    switch source {
    case .none, .helper: return nil
    case .plain(let user, let password): self = .password(user: user, password)
    case .identityToken(_, let token): self = .identityToken(token)
    case .registryToken(let token): self = .registryToken(token)
    }
  }
}
