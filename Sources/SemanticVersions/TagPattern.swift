/// How the tags of a project, or of one of its components, carry the version: `v{version}`, `api-v{version}`,
/// `{version}-lts`, `release/{version}`.
///
/// Tags are compared byte by byte: two names that only look alike are two tags for git.
package struct TagPattern: Hashable, Sendable {
  /// The pattern as written.
  package let text: String
  private let prefix: [UInt8]
  private let suffix: [UInt8]

  /// Parses a pattern: `{version}` once, and around it only what git allows in the name of a tag.
  ///
  /// - Throws: ``TagPatternError``.
  package init(parsing text: String) throws(TagPatternError) {
    let bytes = Array(text.utf8)
    let places = Self.places(of: Self.placeholder, in: bytes)
    guard let place = places.first else { throw .missingPlaceholder }
    guard places.count == 1 else { throw .repeatedPlaceholder(offset: places[1]) }
    let rest = place + Self.placeholder.count
    self.text = text
    prefix = Array(bytes[..<place])
    suffix = Array(bytes[rest...])
    if let brace = bytes.indices.first(where: { Self.isBrace(bytes[$0]) && !(place..<rest).contains($0) }) {
      throw .strayBrace(offset: brace)
    }
    if let violation = RefName.violation(in: tag(for: Version(0, 0, 0))) { throw .illegalName(violation) }
  }

  /// Returns the name of the tag of a version, without `refs/tags/`.
  package func tag(for version: Version) -> String {
    around(version.description)
  }

  /// Returns the version that a tag carries; `nil` for a tag of another pattern and for one around something that
  /// is no SemVer version (`v1.02.0`, `vnext`).
  package func version(of tag: String) -> Version? {
    version(of: Array(tag.utf8)[...])
  }

  /// Returns the version that a tag carries, given the bytes of its name; `nil` as for a `String`.
  ///
  /// A repository may have ten thousand tags and more: neither a foreign tag nor one with nothing but three numbers
  /// costs an allocation.
  package func version(of tag: ArraySlice<UInt8>) -> Version? {
    guard tag.count > prefix.count + suffix.count, tag.starts(with: prefix),
      tag.suffix(suffix.count).elementsEqual(suffix)
    else { return nil }
    // Why it is no version is of no interest: it is a foreign tag.
    do { return try Version(parsing: tag.dropFirst(prefix.count).dropLast(suffix.count)) } catch {
      return nil
    }
  }

  /// The pattern for `git for-each-ref refs/tags/<glob>`: it matches every tag of ``tag(for:)`` and few others.
  ///
  /// Nothing has to be escaped: `*`, `?`, `[` and `\` are illegal in names of tags, and so in patterns.
  package var glob: String { around("[0-9]*") }

  private func around(_ text: String) -> String {
    String(decoding: prefix + text.utf8 + suffix, as: UTF8.self)
  }

  private static let placeholder = Array("{version}".utf8)

  private static func isBrace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  private static func places(of part: [UInt8], in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0...].starts(with: part) }
  }
}
