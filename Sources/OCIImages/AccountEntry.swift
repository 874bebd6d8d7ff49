internal import StrictJSON

/// An entry of `auths`: how to log in to one registry.
struct AccountEntry {
  private let auth: String
  private let user: String
  private let password: String
  private let identityToken: String
  private let registryToken: String

  init(_ cursor: JSONCursor) throws(JSONShapeError) {
    auth = try Self.text(cursor, "auth")
    user = try Self.text(cursor, "username")
    password = try Self.text(cursor, "password")
    identityToken = try Self.text(cursor, "identitytoken")
    registryToken = try Self.text(cursor, "registrytoken")
  }

  /// The credentials, `.none` for an entry without any (a helper has them); `nil` when `auth` is malformed.
  var source: CredentialSource? {
    guard let (user, password) = auth.isEmpty ? (user, password) : decoded else { return nil }
    if !identityToken.isEmpty { return .identityToken(user: user, token: identityToken) }
    if !registryToken.isEmpty { return .registryToken(registryToken) }
    return user.isEmpty && password.isEmpty ? CredentialSource.none : .plain(user: user, password: password)
  }

  /// The parts of `user:password`; as with docker the base64 text may have line breaks, and the password NUL
  /// bytes around it.
  private var decoded: (String, String)? {
    let text = auth.utf8.filter { $0 != 0x0A && $0 != 0x0D }
    guard let bytes = Base64.decode(Array(text)), let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      colon > 0
    else { return nil }
    let password = bytes[(colon + 1)...].drop { $0 == 0 }
    let end = password.lastIndex { $0 != 0 }.map { $0 + 1 } ?? password.startIndex
    guard let user = String(validating: bytes[..<colon], as: UTF8.self),
      let password = String(validating: password[..<end], as: UTF8.self)
    else { return nil }
    return (user, password)
  }

  private static func text(_ cursor: JSONCursor, _ key: String) throws(JSONShapeError) -> String {
    try cursor.optional(key)?.string() ?? ""
  }
}
