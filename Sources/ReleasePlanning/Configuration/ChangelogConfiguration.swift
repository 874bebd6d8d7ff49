package import Changelogs

/// What changelogs look like.
package struct ChangelogConfiguration: Hashable, Sendable {
  /// The name of a template that comes with the program, or a file below the repository's root.
  package var template = ChangelogTemplate.keepAChangelog.rawValue
  /// The sections in their order; nil: those that the template is made for.
  package var sections: [ChangelogStyle.Section]?
  /// The types that no section shows.
  package var hidden: [String] = []
  /// The title for commits whose message has no type; nil leaves them out.
  package var other: String?
  /// Whether `@name` in a commit's text calls somebody when the changelog is shown on a forge.
  package var mentions = false
  /// The kind of service that the repository lives on, where its host's name does not say it.
  package var forge: Forge?
  /// The address of the repository's page, where it is not that of the remote.
  package var url: String?

  /// The defaults.
  package init() {}

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    try reader.allowOnly(["template", "sections", "hidden", "other", "mentions", "forge", "url"])
    template = try reader.optional("template")?.string() ?? template
    if try reader.optional("sections") != nil {
      var sections: [ChangelogStyle.Section] = []
      for section in try reader.list("sections") { sections.append(try Self.section(section)) }
      self.sections = sections
    }
    hidden = try reader.strings("hidden").map { $0.lowercased() }
    other = try reader.optional("other").map { (section) throws(ConfigurationError) in
      try Self.title(section)
    }
    mentions = try reader.optional("mentions")?.bool() ?? mentions
    forge = try reader.optional("forge")?.choice(Forge.self)
    url = try reader.optional("url").map { (section) throws(ConfigurationError) in
      try Self.url(section, forge: forge)
    }
  }

  private static func section(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> ChangelogStyle.Section {
    try reader.allowOnly(["title", "types", "scopes"])
    let types = try reader.strings("types").map { $0.lowercased() }
    return ChangelogStyle.Section(
      title: try title(reader.member("title")), types: types.isEmpty ? ["*"] : types,
      scopes: try reader.strings("scopes"))
  }

  private static func title(_ reader: ConfigurationReader) throws(ConfigurationError) -> String {
    let title = try reader.string()
    guard title.utf8.contains(where: { $0 > 0x20 }), !title.utf8.contains(UInt8(ascii: "\n")) else {
      throw reader.failure(.value(title, expected: "a title of one line"))
    }
    return title
  }

  /// The address of a page that links can be made of.
  private static func url(
    _ section: ConfigurationReader, forge: Forge?
  ) throws(ConfigurationError) -> String {
    let url = try section.string()
    guard RepositoryLinks(remoteURL: url, forge: forge ?? .gitHub) != nil else {
      throw section.failure(
        .value(url, expected: "the address of a repository, such as `https://git.example.org/acme/shop`"))
    }
    guard RepositoryLinks(remoteURL: url, forge: forge) != nil else {
      throw section.failure(.value(url, expected: "a host that names its service, or `forge` beside it"))
    }
    return url
  }

  /// Returns a style as it is configured.
  package func applied(to style: ChangelogStyle) -> ChangelogStyle {
    var configured = ChangelogStyle(
      sections: sections ?? style.sections, hidden: hidden, untypedTitle: other ?? style.untypedTitle,
      links: style.links)
    configured.pings = mentions
    return configured
  }

  /// Returns where commits, issues and tags are shown.
  package func links(remoteURL: String?) -> RepositoryLinks? {
    (url ?? remoteURL).flatMap { RepositoryLinks(remoteURL: $0, forge: forge) }
  }
}
