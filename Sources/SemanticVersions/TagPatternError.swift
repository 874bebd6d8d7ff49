/// Why a text is no tag pattern; offsets count UTF-8 bytes from the start of the pattern.
package enum TagPatternError: Error, Hashable, Sendable {
  /// `{version}` does not occur.
  case missingPlaceholder
  /// `{version}` occurs a second time.
  case repeatedPlaceholder(offset: Int)
  /// A brace belongs to no `{version}`: a placeholder that does not exist, such as `{major}`.
  case strayBrace(offset: Int)
  /// Git would refuse every tag of this pattern.
  case illegalName(RefNameViolation)
}
