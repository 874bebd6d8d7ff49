/// The host and path of a git remote, without user, password and transport.
///
/// Read are the forms of git-clone(1): `https://host/path`, `ssh://user@host:port/path`, `git://…` and the
/// scp-like `user@host:path`.
struct RemoteURL: Hashable {
  /// The scheme that the web pages have.
  let scheme: String
  /// The host in small letters, with the port when pages are served there.
  let host: String
  /// The parts of the path, without `.git` at the end.
  let path: [String]

  /// The web host behind hosts that only serve ssh.
  private static let webHosts = [
    "ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com",
    "altssh.bitbucket.org": "bitbucket.org",
  ]

  /// Reads a remote, or gives nil for a local path or anything else that has no web page.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    guard let parts = Self.schemeParts(bytes) ?? Self.scpParts(bytes) else { return nil }
    let isWeb = parts.scheme == "https" || parts.scheme == "http"
    let authority =
      parts.authority.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last ?? []
    guard let host = Self.host(authority, keepsPort: isWeb) else { return nil }
    scheme = isWeb ? parts.scheme : "https"
    self.host = Self.webHosts[host] ?? host
    path = Self.path(parts.path)
  }

  private typealias Parts = (scheme: String, authority: ArraySlice<UInt8>, path: ArraySlice<UInt8>)

  private static func schemeParts(_ bytes: [UInt8]) -> Parts? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
      return nil
    }
    let scheme = String(bytes[..<colon].map(\.lowercased))
    guard ["https", "http", "ssh", "git", "git+ssh", "ssh+git"].contains(scheme) else { return nil }
    let rest = bytes[(colon + 3)...]
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    return (scheme, rest[..<slash], rest[slash...])
  }

  /// `user@host:path`: the colon comes before any slash, and is not the drive of a Windows path.
  private static func scpParts(_ bytes: [UInt8]) -> Parts? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 1,
      !bytes[..<colon].contains(UInt8(ascii: "/")), !bytes[colon...].starts(with: "://".utf8)
    else { return nil }
    return ("ssh", bytes[..<colon], bytes[(colon + 1)...])
  }

  private static func host(_ authority: ArraySlice<UInt8>, keepsPort: Bool) -> String? {
    let parts = authority.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2,
      name.allSatisfy({ $0.isAlphanumeric || "-._".utf8.contains($0) })
    else { return nil }
    let host = String(name.map(\.lowercased))
    guard keepsPort, parts.count == 2, !parts[1].isEmpty else { return host }
    return parts[1].allSatisfy(\.isDigit) ? host + ":" + String(parts[1]) : nil
  }

  private static func path(_ bytes: ArraySlice<UInt8>) -> [String] {
    var parts = bytes.split(separator: UInt8(ascii: "/")).map { String($0) }
    if let last = parts.last, last.utf8.count > 4, last.utf8.suffix(4).elementsEqual(".git".utf8) {
      parts[parts.count - 1] = String(last.utf8.dropLast(4))
    }
    return parts
  }
}
