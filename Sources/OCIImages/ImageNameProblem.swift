/// Why a text is no name of an image.
package enum ImageNameProblem: Error, Hashable, Sendable {
  /// There is no text, or none before `:` and `@`.
  case empty
  /// Registry and repository take more than 255 bytes, or the whole text more than any name can.
  case tooLong(bytes: Int)
  /// A control byte or a space.
  case controlByte(UInt8)
  /// A byte beyond ASCII.
  case notASCII(UInt8)
  /// The text is an address: `https://…`, `docker://…`.
  case scheme(String)
  /// The text is 64 hex digits, which engines take for the id of an image.
  case identifier
  /// The first part names a host, but not as hosts are named.
  case host(String)
  /// The port of the host is not between 1 and 65535.
  case port(String)
  /// Nothing stands between two slashes, or after the last one.
  case emptyPart
  /// A part of the repository is `.` or `..`.
  case dots(String)
  /// A part of the repository has capitals.
  case upperCase(String)
  /// A part of the repository is not lower-case letters and digits with `.`, `_`, `__` or hyphens between.
  case part(String)
  /// The tag is not `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
  case tag(String)
  /// The digest is of another algorithm than `sha256`.
  case algorithm(String)
  /// What follows the `@` is no digest: not 64 lower-case hex digits.
  case digest(String)
}
