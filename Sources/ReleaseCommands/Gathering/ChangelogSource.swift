internal import Changelogs
internal import Effects
internal import Mustache
internal import ReleasePlanning

/// The template that a changelog is rendered with: one that comes with the program, or a file with others beside it.
struct ChangelogSource: Sendable {
  /// What it is called: as it was named.
  let name: String
  /// The path of its file; nil when it comes with the program.
  let file: String?
  private let kind: Kind
  private let configuration: ChangelogConfiguration

  private enum Kind {
    case embedded(ChangelogTemplate, Template)
    case file(Template, TemplateFolder)
    /// The data itself, as `--json` prints it.
    case json
  }

  /// Finds a template.
  ///
  /// - Parameter path: makes a path of a file's name.
  /// - Throws: `FileError`, `TemplateError`.
  init(
    template name: String, configuration: ChangelogConfiguration, files: any Files, path: (String) -> String
  ) throws {
    self.name = name
    self.configuration = configuration
    if name == "json" {
      (kind, file) = (.json, nil)
    } else if let embedded = ChangelogTemplate(rawValue: name) {
      (kind, file) = (.embedded(embedded, try embedded.template()), nil)
    } else {
      let file = path(name)
      let text = try String(decoding: files.read(file, limit: 8 << 20), as: UTF8.self)
      let folder = TemplateFolder(path: PathText.folder(of: file), files: files)
      (kind, self.file) = (.file(try Template(parsing: text, name: name), folder), file)
    }
  }

  /// The usual form, whatever a project configures: what is derived from a history has to come out the same again.
  ///
  /// - Throws: `TemplateError` if the built-in text were wrong, which the tests rule out.
  init() throws(TemplateError) {
    let usual = ChangelogTemplate.keepAChangelog
    name = usual.rawValue
    file = nil
    kind = .embedded(usual, try usual.template())
    configuration = ChangelogConfiguration()
  }

  /// The grouping that is configured, or else the one that the template is made for.
  func style(remoteURL: String?) -> ChangelogStyle {
    var style = configuration.applied(to: builtInStyle)
    style.links = configuration.links(remoteURL: remoteURL)
    return style
  }

  private var builtInStyle: ChangelogStyle {
    if case .embedded(let embedded, _) = kind { embedded.style } else { .keepAChangelog }
  }

  /// Whether the template tells who contributes for the first time.
  var tellsNewcomers: Bool {
    let names: Set<String> = ["is_first_time", "new_contributors", "has_new_contributors"]
    return switch kind {
    case .embedded(_, let template), .file(let template, _): template.mayName(names)
    case .json: true
    }
  }

  /// Hands on what the template makes of a changelog.
  ///
  /// - Throws: `TemplateError`.
  func render(_ changelog: Changelog, handingOn body: ([UInt8]) -> Void) throws(TemplateError) {
    let pings = configuration.mentions
    switch kind {
    case .embedded(let embedded, let template):
      try changelog.render(
        with: template, as: embedded.form(pings: pings), concurrently: Self.processors, handingOn: body)
    case .file(let template, let folder):
      try changelog.render(
        with: template, as: .markdown(pings: pings),
        partials: { (name) throws(TemplateError) in try folder.template(name) },
        concurrently: Self.processors, handingOn: body)
    case .json: ChangelogDocument(changelog).write(handingOn: body)
    }
  }

  private static let processors = ConcurrentMap { Processors.map($0, $1) }

  /// Returns what the template makes of a changelog.
  ///
  /// - Throws: `TemplateError`.
  func rendered(_ changelog: Changelog) throws(TemplateError) -> [UInt8] {
    var text: [UInt8] = []
    try render(changelog) { text += $0 }
    return text
  }
}

extension Session {
  /// Returns the template that was named, or else the one that is configured.
  ///
  /// - Throws: `FileError`, `TemplateError`.
  func changelogSource(of workspace: Workspace, template: String? = nil) throws -> ChangelogSource {
    let configuration = workspace.configuration.changelog
    return try ChangelogSource(
      template: template ?? configuration.template, configuration: configuration, files: world.files,
      path: template == nil ? workspace.path : path)
  }
}
