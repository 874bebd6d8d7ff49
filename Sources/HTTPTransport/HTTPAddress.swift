private let slash = UInt8(ascii: "/")

/// An absolute `http` or `https` URL (RFC 3986, section 3), and the parts that decide where a request goes.
struct HTTPAddress: Hashable, Sendable {
  /// Whether TLS is asked for.
  let isSecure: Bool
  /// Host and port as they are written, in lower case.
  let server: String
  /// The whole URL; what a path or query may not hold is percent-encoded.
  let text: String
  /// Whether the path ends in a slash, or there is none.
  let isFolder: Bool

  /// Returns `nil` for what is no such URL, and for control characters anywhere.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }), let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    let rest = bytes[colon...].dropFirst()
    guard ["http", "https"].contains(scheme), rest.starts(with: "//".utf8) else { return nil }
    let (authority, path) = Self.split(rest.dropFirst(2))
    let server = authority.suffix(
      from: authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex)
    guard authority.allSatisfy(Self.mayBeInAuthority), Self.isServer(server) else { return nil }
    isSecure = scheme == "https"
    self.server = String(decoding: server, as: UTF8.self).lowercased()
    isFolder = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }.last ?? slash == slash
    self.text = "\(scheme)://\(String(decoding: authority, as: UTF8.self))\(Self.percentEncoded(path))"
  }

  private static func split(_ bytes: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    let end = bytes.firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    return (bytes[..<end], bytes[end...])
  }

  /// A host that is not empty, alone or with a port.
  private static func isServer(_ server: ArraySlice<UInt8>) -> Bool {
    if server.first == UInt8(ascii: "[") {
      guard let end = server.firstIndex(of: UInt8(ascii: "]")) else { return false }
      return end > server.startIndex + 1 && isPort(server[(end + 1)...])
    }
    guard !server.contains(where: "[]".utf8.contains) else { return false }
    let end = server.firstIndex(of: UInt8(ascii: ":")) ?? server.endIndex
    return end > server.startIndex && isPort(server[end...])
  }

  /// Nothing, or a colon and a number.
  private static func isPort(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.first else { return true }
    let digits = String(decoding: text.dropFirst(), as: UTF8.self)
    return colon == UInt8(ascii: ":") && !digits.utf8.contains(UInt8(ascii: "+")) && UInt16(digits) != nil
  }

  /// Names in other scripts are curl's to understand.
  private static func mayBeInAuthority(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isUnreserved(byte) || "!$&'()*+,;=:@%[]".utf8.contains(byte)
  }

  private static func percentEncoded(_ path: ArraySlice<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let encoded = path.flatMap { byte in
      isUnreserved(byte) || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
        ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}
