/// What a server asks for before it answers: one challenge of `WWW-Authenticate` (RFC 9110, section 11.6.1).
package struct AuthenticationChallenge: Hashable, Sendable {
  /// The scheme in lower case: `bearer`, `basic`.
  package let scheme: String
  /// The parameters, their names in lower case.
  package let parameters: [String: String]
  /// What stands in the place of parameters with schemes such as `Negotiate`.
  package let token68: String?

  /// Whether a token is to be fetched (RFC 6750, section 3).
  package var isBearer: Bool { scheme == "bearer" }
  /// Whether a name and a password will do (RFC 7617).
  package var isBasic: Bool { scheme == "basic" }
  /// With `Bearer` the address that gives tokens, otherwise a name for the area.
  package var realm: String? { parameters["realm"] }
  /// For which service the token is to be.
  package var service: String? { parameters["service"] }
  /// What the token is to allow: `repository:acme/api:pull`.
  package var scope: String? { parameters["scope"] }

  /// Reads the challenges of one field, or of several that were joined with commas.
  ///
  /// Reading stops where the text leaves the grammar, and the challenge there is left out; so is one that
  /// states a parameter twice.
  package static func parse(header: String) -> [AuthenticationChallenge] {
    var scanner = ChallengeScanner(header)
    return scanner.challenges()
  }
}
