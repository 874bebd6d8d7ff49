/// Where a repository is published, without names and passwords: the same for every way of writing the remote.
struct PublicAddress: Hashable, Sendable {
  /// The host, with a port when there is one.
  let host: String
  /// The path without `.git`: `acme/shop`.
  let path: String

  /// The form for manifests: `git+https://github.com/acme/shop`.
  var uri: String { "git+https://\(host)/\(path)" }

  /// Reads `https://user@host/path.git`, `ssh://git@host/path`, `git@host:path`; nil for a path of this machine.
  init?(remoteURL: String) {
    var rest = Substring(remoteURL)
    if let scheme = rest.range(of: "://") {
      guard ["https", "http", "ssh", "git"].contains(rest[..<scheme.lowerBound].lowercased()) else {
        return nil
      }
      rest = rest[scheme.upperBound...]
    } else {
      guard let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/") else { return nil }
      rest = rest[..<colon] + "/" + rest[rest.index(after: colon)...]
    }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let authority = rest[..<slash]
    host = String(
      authority[(authority.lastIndex(of: "@").map { authority.index(after: $0) } ?? authority.startIndex)...])
    var path = rest[slash...].drop { $0 == "/" }
    while path.last == "/" { path = path.dropLast() }
    if path.hasSuffix(".git") { path = path.dropLast(4) }
    guard !host.isEmpty, !path.isEmpty else { return nil }
    self.path = String(path)
  }
}

extension Substring {
  fileprivate func range(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
