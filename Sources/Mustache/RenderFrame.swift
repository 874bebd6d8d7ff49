/// Where in which template the renderer is.
struct RenderFrame {
  /// The template's name, for errors.
  var template: String
  /// The innermost element, for errors.
  var position = SourcePosition()
  /// What is written at the beginning of each of the template's lines.
  var indentation: [UInt8] = []
  /// What fills the template's blocks.
  var arguments: [String: Argument] = [:]

  /// Returns the frame for what is within an element.
  func inside(_ position: SourcePosition, indentation: [UInt8]? = nil) -> RenderFrame {
    var frame = self
    frame.position = position
    frame.indentation = indentation ?? self.indentation
    return frame
  }
}

/// What fills a block, with what filled the blocks where it was written.
struct Argument {
  let nodes: [Node]
  let template: String
  let arguments: [String: Argument]
}
