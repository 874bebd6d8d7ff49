internal import Effects
internal import OCIImages
internal import StrictJSON

/// The question for a token (distribution, token authentication specification; OAuth 2.0 with an identity token).
struct TokenRequest: Sendable {
  /// The address that gives tokens.
  let realm: String
  /// Whether it is told who asks.
  let hasCredentials: Bool
  /// The request.
  let http: HTTPRequest

  /// Returns `nil` for a challenge without a realm.
  init?(_ challenge: AuthenticationChallenge, scopes: [RegistryScope], credentials: Credentials?) {
    guard let realm = challenge.realm else { return nil }
    self.realm = realm
    hasCredentials = credentials != nil
    let wanted = scopes.isEmpty ? challenge.scope.map { [$0] } ?? [] : scopes.map(\.text)
    var fields = challenge.service.map { [("service", $0)] } ?? []
    if case .identityToken(let token) = credentials {
      fields += [("grant_type", "refresh_token"), ("client_id", "release"), ("refresh_token", token)]
      // One field for all of them, here.
      fields.append(("scope", wanted.joined(separator: " ")))
      http = HTTPRequest(
        method: "POST", url: realm, headers: ["Content-Type": "application/x-www-form-urlencoded"],
        body: .bytes(Array(Self.form(fields).utf8)), bodyLimit: 1 << 20)
    } else {
      fields += wanted.map { ("scope", $0) }
      let mark = realm.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      var headers: [String: String] = [:]
      if case .password(let user, let password) = credentials {
        headers["Authorization"] = Self.basic(user, password)
      }
      http = HTTPRequest(url: realm + mark + Self.form(fields), headers: headers, bodyLimit: 1 << 20)
    }
  }

  /// The value of a field that tells a name and its password (RFC 7617).
  static func basic(_ user: String, _ password: String) -> String {
    "Basic \(Base64.encode(Array("\(user):\(password)".utf8)))"
  }

  /// The token in an answer; nil when there is none, or none that a field can hold.
  static func token(in body: [UInt8]) -> String? {
    // What is no JSON, or has another shape, holds no token.
    guard let answer = try? JSONCursor(JSONValue(parsing: body)) else { return nil }
    let tokens = ["token", "access_token"].compactMap { try? answer.optional($0)?.string() }
    guard let token = tokens.first(where: { !$0.isEmpty }), token.utf8.count < 1 << 16,
      token.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    return token
  }

  private static func form(_ fields: [(String, String)]) -> String {
    fields.map { "\($0)=\(PercentEncoding.component($1))" }.joined(separator: "&")
  }
}
