internal import Changelogs
internal import Effects
internal import Mustache

/// The template that a changelog is rendered with: one that comes with the program, or a file.
struct ChangelogSource {
  private let embedded: ChangelogTemplate?
  private let template: Template

  init(session: Session, template name: String?) throws {
    embedded = name == nil ? .keepAChangelog : ChangelogTemplate(rawValue: name ?? "")
    if let embedded {
      template = try embedded.template()
    } else {
      let path = name ?? ""
      let text = String(
        decoding: try session.world.files.read(session.path(path), limit: 8 << 20), as: UTF8.self)
      template = try Template(parsing: text, name: path)
    }
  }

  /// The grouping that the template is made for.
  func style(_ links: RepositoryLinks?) -> ChangelogStyle {
    var style = (embedded ?? .keepAChangelog).style
    style.links = links
    return style
  }

  func render(_ changelog: Changelog) throws -> String {
    try changelog.rendered(with: template, as: (embedded ?? .keepAChangelog).form)
  }
}
