/// The line, or a part of it, that a version stands in: literal text with one placeholder.
///
///     #define VERSION "{version}"
///     set(PROJECT_MAJOR {major})
///
/// `{version}` is the whole version; `{major}`, `{minor}` and `{patch}` are its numbers. All other text is
/// compared byte by byte, other braces too.
package struct VersionPattern: Hashable, Sendable {
  /// The pattern as written.
  package let text: String
  let prefix: [UInt8]
  let suffix: [UInt8]
  let placeholder: Placeholder

  enum Placeholder: String, CaseIterable {
    case version = "{version}"
    case major = "{major}"
    case minor = "{minor}"
    case patch = "{patch}"
  }

  /// Parses a pattern.
  ///
  /// - Throws: ``VersionPatternError``.
  package init(parsing text: String) throws(VersionPatternError) {
    let bytes = Array(text.utf8)
    if let offset = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) { throw .lineBreak(offset: offset) }
    let places = Self.placeholders(in: bytes)
    guard let (offset, placeholder) = places.first else { throw .missingPlaceholder }
    guard places.count == 1 else { throw .repeatedPlaceholder(offset: places[1].offset) }
    self.text = text
    self.placeholder = placeholder
    prefix = Array(bytes[..<offset])
    suffix = Array(bytes[(offset + placeholder.rawValue.utf8.count)...])
    guard !prefix.isEmpty || !suffix.isEmpty else { throw .noLiteralText }
  }

  private static func placeholders(in bytes: [UInt8]) -> [(offset: Int, kind: Placeholder)] {
    bytes.indices.filter { bytes[$0] == UInt8(ascii: "{") }.flatMap { offset in
      Placeholder.allCases.filter { bytes[offset...].starts(with: $0.rawValue.utf8) }.map { (offset, $0) }
    }
  }
}

/// Why a text is no version pattern; offsets count UTF-8 bytes from its start.
package enum VersionPatternError: Error, Hashable, Sendable {
  /// None of `{version}`, `{major}`, `{minor}` and `{patch}` occurs.
  case missingPlaceholder
  /// There is a second placeholder.
  case repeatedPlaceholder(offset: Int)
  /// The pattern is the placeholder alone, which is every version of a file.
  case noLiteralText
  /// A pattern is a part of one line.
  case lineBreak(offset: Int)
}
