/// Why a text is no version of SemVer 2.0.0; offsets count UTF-8 bytes from the start of the text.
package enum VersionError: Error, Hashable, Sendable {
  /// There is no text at all.
  case empty
  /// One of the three numbers should start here: `v1.2.3`, `1..3`, `1.2.`.
  case expectedNumber(offset: Int)
  /// The dot between two of the three numbers should stand here: `1.2`, `1.2-rc`.
  case expectedDot(offset: Int)
  /// A number, or an identifier that is all digits, has a zero too many in front: `1.02.0`, `1.0.0-01`.
  case leadingZero(offset: Int)
  /// An identifier is missing: `1.0.0-`, `1.0.0-a..b`, `1.0.0+`.
  case emptyIdentifier(offset: Int)
  /// This byte may not stand here: `1.0.0-a_b`, `1.2.3.4`, `1.2.3 `.
  case unexpected(byte: UInt8, offset: Int)
}
