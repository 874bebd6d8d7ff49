/// How the tags of a project, or of one of its components, carry the version: `v{version}`, `api-v{version}`,
/// `{version}-lts`, `release/{version}`.
///
/// Tags are compared byte by byte: two names that only look alike are two tags for git.
package struct TagPattern: Hashable, Sendable {
  /// The pattern as written.
  package let text: String
  private let prefix: String
  private let suffix: String

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
    prefix = String(decoding: bytes[..<place], as: UTF8.self)
    suffix = String(decoding: bytes[rest...], as: UTF8.self)
    if let brace = bytes.indices.first(where: { Self.isBrace(bytes[$0]) && !(place..<rest).contains($0) }) {
      throw .strayBrace(offset: brace)
    }
    if let violation = RefName.violation(in: tag(for: Version(0, 0, 0))) { throw .illegalName(violation) }
  }

  /// Returns the name of the tag of a version, without `refs/tags/`.
  package func tag(for version: Version) -> String {
    prefix + version.description + suffix
  }

  /// Returns the version that a tag carries; `nil` for a tag of another pattern and for one around something that
  /// is no SemVer version (`v1.02.0`, `vnext`).
  package func version(of tag: String) -> Version? {
    let bytes = Array(tag.utf8)
    let (head, tail) = (prefix.utf8.count, suffix.utf8.count)
    guard bytes.count > head + tail, bytes.starts(with: prefix.utf8),
      bytes.suffix(tail).elementsEqual(suffix.utf8)
    else { return nil }
    let text = String(decoding: bytes.dropFirst(head).dropLast(tail), as: UTF8.self)
    do { return try Version(parsing: text) } catch { return nil }
  }

  /// The pattern for `git for-each-ref refs/tags/<glob>`: it matches every tag of ``tag(for:)`` and few others.
  ///
  /// Nothing has to be escaped: `*`, `?`, `[` and `\` are illegal in names of tags, and so in patterns.
  package var glob: String { prefix + "[0-9]*" + suffix }

  private static let placeholder = Array("{version}".utf8)

  private static func isBrace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  private static func places(of part: [UInt8], in bytes: [UInt8]) -> [Int] {
    bytes.indices.filter { bytes[$0...].starts(with: part) }
  }
}
