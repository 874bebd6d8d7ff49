/// Why a version cannot be written into a file; lines and columns count from 1, columns in bytes.
package enum VersionFileError: Error, Hashable, Sendable {
  /// The file has no place for a version.
  case notFound
  /// There are several places, and which one is meant is not clear.
  case ambiguous(lines: [Int])
  /// The value is a variable, a call, inherited or `dynamic`: the version is made elsewhere.
  case computed(line: Int, text: String)
  /// The file leaves the grammar of its format, or has something else where the version should stand.
  case malformed(line: Int, column: Int)
  /// A marker, or a pair of them, has no version to replace.
  case emptyMarker(line: Int)
  /// The format cannot hold this version: PEP 440 knows no `1.2.0-next.1`.
  case notExpressible(String)
  /// The file has more bytes than are read.
  case tooLarge(limit: Int)
}
