/// Where in which template the renderer is.
struct RenderFrame: Sendable {
  /// The template, and what surrounds it.
  let scope: RenderScope
  /// The innermost element, for errors.
  private(set) var position = SourcePosition()

  /// A frame of a template.
  init(_ scope: RenderScope, at position: SourcePosition = SourcePosition()) {
    self.scope = scope
    self.position = position
  }

  /// Returns the frame for what is within an element.
  func inside(_ position: SourcePosition) -> RenderFrame { RenderFrame(scope, at: position) }

  func error(_ kind: TemplateError.Kind) -> TemplateError {
    TemplateError(kind, in: scope.template, at: position)
  }
}

/// A template that is rendered, and what surrounds it.
final class RenderScope: Sendable {
  /// The template's name, for errors.
  let template: String
  /// What is written at the beginning of each of the template's lines.
  let indentation: [UInt8]
  /// What fills the template's blocks.
  let arguments: [String: Argument]

  init(_ template: String, indentation: [UInt8] = [], arguments: [String: Argument] = [:]) {
    self.template = template
    self.indentation = indentation
    self.arguments = arguments
  }

  /// The indentation of a template that is put in here. What is put into the middle of a line is not indented
  /// at all, because the lines of the surrounding template are indented before anything is put into them.
  func indentation(plus own: [UInt8]?) -> [UInt8] {
    own.map { indentation + $0 } ?? []
  }
}

/// What fills a block, with what filled the blocks where it was written.
struct Argument: Sendable {
  let nodes: [Node]
  let template: String
  let arguments: [String: Argument]
}
