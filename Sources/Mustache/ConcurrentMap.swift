/// Does several independent pieces of work, perhaps at the same time, and returns what comes of them in their order.
package struct ConcurrentMap: Sendable {
  /// Takes the number of pieces and the work on one of them.
  package typealias Run = @Sendable (Int, @Sendable (Int) -> RenderedPiece) -> [RenderedPiece]

  let run: Run

  /// Creates a map.
  package init(_ run: @escaping Run) {
    self.run = run
  }
}

/// The text that some elements of a list make.
package struct RenderedPiece: Sendable {
  let bytes: [UInt8]
  let steps: Int
  /// What ended it too early.
  let error: TemplateError?
}
