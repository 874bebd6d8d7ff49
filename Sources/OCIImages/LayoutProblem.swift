/// Why an image layout does not lead to one image.
package enum LayoutProblem: Error, Hashable, Sendable {
  /// The layout lists nothing.
  case empty
  /// No tag was asked for, or the one tag leads to several images; the tags that there are.
  case several([String])
  /// No image has the tag; the tags that there are.
  case noSuchTag(String, available: [String])
}
