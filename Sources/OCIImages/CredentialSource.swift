/// Where the credentials for a registry come from.
package enum CredentialSource: Hashable, Sendable {
  /// There are none.
  case none
  /// The program `docker-credential-NAME` has them.
  case helper(name: String)
  /// A name and a password.
  case plain(user: String, password: String)
  /// A token that is changed for others at the registry's token server (OAuth 2 refresh token).
  case identityToken(user: String, token: String)
  /// A token that is shown to the registry as it is.
  case registryToken(String)
}

/// Says which kind it is, and never the secret.
extension CredentialSource: CustomStringConvertible, CustomDebugStringConvertible {
  package var description: String {
    switch self {
    case .none: "none"
    case .helper(let name): "helper(\(name))"
    case .plain(let user, _): "plain(\(user))"
    case .identityToken(let user, _): "identityToken(\(user))"
    case .registryToken: "registryToken"
    }
  }

  package var debugDescription: String { description }
}
