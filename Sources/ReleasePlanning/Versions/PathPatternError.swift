/// Why a text is no path pattern.
package enum PathPatternError: Error, Hashable, Sendable {
  /// There is no text at all.
  case empty
  /// It starts with a slash; paths are counted from the top of the repository.
  case absolute
  /// It leaves its folder: one of its parts is `..`.
  case parent
  /// There is nothing between two slashes.
  case emptyPart
}
