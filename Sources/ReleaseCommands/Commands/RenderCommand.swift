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
    let value = try JSONValue(
      parsing: session.world.files.read(session.path(data ?? ""), limit: 64 << 20),
      limits: JSONLimits(bytes: 64 << 20, depth: 128))
    let text = try read(session.path(template), session)
    let template = try Template(parsing: text, name: template)
    let folder = TemplateFolder(path: partials.map(session.path), files: session.world.files)
    let rendered = try template.render(
      MustacheValue(value), partials: { name throws(TemplateError) in try folder.template(name) })
    return Answer(bytes: Array(rendered.utf8), document: ["text": .string(rendered)])
  }

  private func read(_ path: String, _ session: Session) throws -> String {
    String(decoding: try session.world.files.read(path, limit: 8 << 20), as: UTF8.self)
  }
}
