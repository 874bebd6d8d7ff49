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
    let folder = partials.map(session.path)
    let rendered = try template.render(
      MustacheValue(value),
      partials: { name throws(TemplateError) in try Self.partial(name, in: folder, session) })
    return Answer(bytes: Array(rendered.utf8), document: ["text": .string(rendered)])
  }

  private func read(_ path: String, _ session: Session) throws -> String {
    String(decoding: try session.world.files.read(path, limit: 8 << 20), as: UTF8.self)
  }

  /// A partial that is not there is empty, as the specification says; its name cannot lead out of the folder.
  private static func partial(_ name: String, in folder: String?, _ session: Session) throws(TemplateError)
    -> Template?
  {
    guard let folder, !name.utf8.contains(UInt8(ascii: "/")), !name.isEmpty else { return nil }
    let bytes: [UInt8]
    do { bytes = try session.world.files.read("\(folder)/\(name).mustache", limit: 8 << 20) } catch {
      return nil
    }
    return try Template(parsing: String(decoding: bytes, as: UTF8.self), name: name)
  }
}
