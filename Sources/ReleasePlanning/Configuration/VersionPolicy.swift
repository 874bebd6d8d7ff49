package import ConventionalCommits
package import SemanticVersions

/// How versions are computed and tags named.
package struct VersionPolicy: Hashable, Sendable {
  /// What commits do to the version.
  package var rules = BumpRules()
  /// The form of a tag.
  package var tag: TagPattern
  /// The first version of all.
  package var initial = Version(0, 1, 0)
  /// How the body of a squashed commit is read, when the configuration says so.
  package var chosenSquash: Squash?
  /// Whether only what the specification grants counts as breaking.
  package var isStrict = false
  /// The commits that do not count.
  package var ignore = Ignore()

  /// How the body of a squashed commit is read.
  package enum Squash: String, CaseIterable, Hashable, Sendable { case split, whole }

  /// How the body of a squashed commit is read: as several messages, but for the convention of semantic-release, which
  /// never takes messages apart.
  package var squash: Squash { chosenSquash ?? (rules.preset == .angular ? .whole : .split) }

  /// The commits that do not count.
  package struct Ignore: Hashable, Sendable {
    /// Commits by their full names or beginnings of them.
    package var commits: [String] = []
    /// Authors by name or address.
    package var authors: [String] = []
    /// Paths: a commit that touches nothing else does not count.
    package var paths: [PathPattern] = []

    /// Whether all commits count.
    package var isEmpty: Bool { commits.isEmpty && authors.isEmpty && paths.isEmpty }
  }

  /// The defaults: Conventional Commits, tags such as `v1.5.0`.
  package init() { tag = Self.defaultTag }

  private static let defaultTag: TagPattern = {
    // `v{version}` has one place for the version, so it is a pattern.
    do { return try TagPattern(parsing: "v{version}") } catch { preconditionFailure("\(error)") }
  }()

  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    try reader.allowOnly(["preset", "tag", "initial", "squash", "strict", "pre_major", "rules", "ignore"])
    tag =
      try reader.optional("tag").map { (section) throws(ConfigurationError) in try section.tagPattern() }
      ?? Self.defaultTag
    rules = try Self.rules(reader)
    initial =
      try reader.optional("initial").map { (section) throws(ConfigurationError) in try section.version() }
      ?? initial
    chosenSquash = try reader.optional("squash")?.choice(Squash.self)
    isStrict = try reader.optional("strict")?.bool() ?? isStrict
    if let section = try reader.optional("ignore") { ignore = try Ignore(section) }
  }

  private static func rules(_ reader: ConfigurationReader) throws(ConfigurationError) -> BumpRules {
    var rules: [BumpRules.Rule] = []
    for section in try reader.list("rules") { rules.append(try rule(section)) }
    let preset = try reader.optional("preset")?.choice(BumpRules.Preset.self) ?? .conventionalcommits
    return BumpRules(preset: preset, rules: rules, preMajor: try preMajor(reader))
  }

  private static func preMajor(_ reader: ConfigurationReader) throws(ConfigurationError) -> BumpRules.PreMajor
  {
    guard let section = try reader.optional("pre_major") else { return BumpRules.PreMajor() }
    try section.allowOnly(["breaking", "feature"])
    return BumpRules.PreMajor(
      breaking: try section.optional("breaking")?.choice(Bump.self) ?? .minor,
      feature: try section.optional("feature")?.choice(Bump.self) ?? .minor)
  }

  private static func rule(_ section: ConfigurationReader) throws(ConfigurationError) -> BumpRules.Rule {
    try section.allowOnly(["type", "scope", "breaking", "bump"])
    return BumpRules.Rule(
      type: try section.optional("type")?.string(), scope: try section.optional("scope")?.string(),
      isBreaking: try section.optional("breaking")?.bool(), bump: try section.member("bump").choice(Bump.self)
    )
  }
}

extension VersionPolicy.Ignore {
  fileprivate init(_ section: ConfigurationReader) throws(ConfigurationError) {
    try section.allowOnly(["commits", "authors", "paths"])
    for element in try section.list("commits") { commits.append(try element.commitName()) }
    authors = try section.strings("authors")
    for element in try section.list("paths") { paths.append(try element.pathPattern()) }
  }
}

extension ConfigurationReader {
  /// A tag pattern.
  func tagPattern() throws(ConfigurationError) -> TagPattern {
    let text = try string()
    do { return try TagPattern(parsing: text) } catch {
      throw failure(.value(text, expected: "a tag name with one `{version}`, such as `v{version}`"))
    }
  }

  /// A folder below the root: no slash at its end, and nothing for the root itself.
  func folder() throws(ConfigurationError) -> String {
    let text = try pathPattern().text
    guard !text.utf8.contains(where: "*?".utf8.contains) else {
      throw failure(.value(text, expected: "a folder below the root, without wildcards"))
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    return parts.filter { $0 != "." }.joined(separator: "/")
  }

  /// A pattern of paths.
  func pathPattern() throws(ConfigurationError) -> PathPattern {
    let text = try string()
    do { return try PathPattern(parsing: text) } catch {
      throw failure(.value(text, expected: "a path below the root, such as `docs`, `docs/**` or `**/*.md`"))
    }
  }

  /// The name of a commit or the beginning of one.
  func commitName() throws(ConfigurationError) -> String {
    let text = try string()
    let isHex = text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    guard isHex, (7...64).contains(text.utf8.count) else {
      throw failure(.value(text, expected: "the name of a commit: 7 digits or more, in small letters"))
    }
    return text
  }

  /// A version.
  func version() throws(ConfigurationError) -> Version {
    let text = try string()
    do { return try Version(parsing: text) } catch {
      throw failure(.value(text, expected: "a version such as `0.1.0`"))
    }
  }
}
