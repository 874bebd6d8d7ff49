package import ReleaseSigning

/// An image and the digest that it is pinned to: `registry.example/acme/api:1.5.0@sha256:…`.
package struct ImageReference: Hashable, Sendable {
  /// The part before tag and digest: `registry.example/acme/api`.
  package let repository: String
  /// The digest.
  package let digest: Digest

  /// A reference of these parts.
  package init(repository: String, digest: Digest) {
    self.repository = repository
    self.digest = digest
  }

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
    guard Self.isRepository(name) else { throw .name(name) }
    repository = name
    self.digest = digest
  }

  /// Whether a text is a registry and a path, as far as every tool agrees: letters, digits and `._-/:[]`, the first a letter, a
  /// digit or a bracket, so that it is never taken for an option.
  private static func isRepository(_ name: String) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard let first = name.utf8.first, isAlphanumeric(first) || first == UInt8(ascii: "[") else {
      return false
    }
    return name.utf8.allSatisfy { isAlphanumeric($0) || "._-/:[]".utf8.contains($0) }
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
