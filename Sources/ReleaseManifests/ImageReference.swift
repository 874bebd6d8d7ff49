package import ReleaseSigning

/// An image and the digest that it is pinned to: `registry.example/acme/api:1.5.0@sha256:…`.
package struct ImageReference: Hashable, Sendable {
  /// The part before tag and digest: `registry.example/acme/api`.
  package let repository: String
  /// The digest.
  package let digest: Digest

  /// Why a text is no pinned image.
  package enum Problem: Error, Hashable {
    /// There is no `@sha256:` and 64 hex digits.
    case notPinned
    /// The part before the digest is no name of an image.
    case name(String)
  }

  /// Accepts a reference that ends in a digest; a tag beside it is dropped, since only the digest is kept.
  ///
  /// - Throws: `Problem`.
  package init(parsing text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")),
      bytes[(at + 1)...].starts(with: "sha256:".utf8),
      let digest = Digest(hex: String(decoding: bytes[(at + 8)...], as: UTF8.self))
    else { throw .notPinned }
    let name = Self.repository(of: text)
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .name(name)
    }
    repository = name
    self.digest = digest
  }

  /// The pinned form: `registry.example/acme/api@sha256:…`.
  package var text: String { "\(repository)@sha256:\(digest.hex)" }

  /// Returns a reference without its tag and digest.
  package static func repository(of reference: String) -> String {
    let name = reference.utf8.prefix { $0 != UInt8(ascii: "@") }
    let lastPart = name.lastIndex(of: UInt8(ascii: "/")).map { name.index(after: $0) } ?? name.startIndex
    let tag = name[lastPart...].firstIndex(of: UInt8(ascii: ":")) ?? name.endIndex
    return String(Substring(name[..<tag]))
  }
}
