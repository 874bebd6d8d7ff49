internal import ArgumentSyntax
internal import Effects
internal import Mustache
internal import ReleaseConsole
internal import StrictJSON

/// `release render`: a Mustache template with JSON data, for those who write templates.
struct RenderCommand: Command {
  var template = ""
  var data: String?
  var partials: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "render", "Render a Mustache template with JSON data", in: .maintainers,
    [
      .positional("template", \.template, "The template's file"),
      .option("--data", \.data, "file", "The data, JSON", required: true),
      .option("--partials", \.partials, "dir", "Where `{{>name}}` finds `name.mustache`"),
    ], examples: ["release changelog --json >data.json && release render notes.mustache --data data.json"])

  func run(in session: Session) async throws -> Answer {
    let value = try read(data: data ?? "", session)
    let text = try read(session.path(template), session)
    let template = try Template(parsing: text, name: template)
    let folder = TemplateFolder(path: partials.map(session.path), files: session.world.files)
    let rendered = try template.render(
      MustacheValue(value), partials: { name throws(TemplateError) in try folder.template(name) })
    return Answer(bytes: Array(rendered.utf8), document: ["text": .string(rendered)])
  }

  private func read(data path: String, _ session: Session) throws -> JSONValue {
    let bytes = try session.world.files.read(session.path(path), limit: 64 << 20)
    do { return try JSONValue(parsing: bytes, limits: JSONLimits(bytes: 64 << 20, depth: 128)) } catch {
      throw UnreadableData(path: path, bytes: bytes, error: error)
    }
  }

  private func read(_ path: String, _ session: Session) throws -> String {
    String(decoding: try session.world.files.read(path, limit: 8 << 20), as: UTF8.self)
  }
}

/// The data for a template that is no JSON.
struct UnreadableData: Error {
  let path: String
  let error: JSONError
  /// Both counted from 1, the column in bytes.
  let (line, column): (Int, Int)

  init(path: String, bytes: [UInt8], error: JSONError) {
    self.path = path
    self.error = error
    let before = bytes.prefix(error.offset)
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    column = 1 + before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
  }
}
