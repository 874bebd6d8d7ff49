/// What is handed on of a response while it comes.
package enum HTTPPiece: Hashable, Sendable {
  /// A response begins. What came before it was the content of a redirect and counts for nothing.
  case start
  /// The content goes on, as it came: no content encoding is undone.
  case content(ArraySlice<UInt8>)
}
