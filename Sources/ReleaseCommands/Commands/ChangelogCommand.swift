internal import ArgumentSyntax
internal import Changelogs
internal import Effects
internal import Mustache
internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// `release changelog`: what the commits say, for readers.
struct ChangelogCommand: Command {
  var isUnreleased = false
  var tag: String?
  var range: String?
  var isFull = false
  var template: String?
  var output: String?
  var prepends = false
  var component: String?
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "changelog", "Write the changelog of commits", in: .maintainers,
    [
      .flag("--unreleased", \.isUnreleased, "What the next release would bring; the default"),
      .option("--tag", \.tag, "tag", "What one release brought"),
      .option("--range", \.range, "a..b", "What a range of commits brings"),
      .flag("--full", \.isFull, "Every release and what is not released yet"),
      .option(
        "--template", \.template, "name|file",
        "\(ChangelogTemplate.allCases.map(\.rawValue).joined(separator: ", ")), json, or a Mustache file"),
      .option("--output", \.output, "file", "Write to a file instead of stdout"),
      .flag("--prepend", \.prepends, "Insert the release into the file instead of replacing it"),
      .option("--component", \.component, "name", "The component of a repository that holds several"),
      .flag("--dry-run", \.isDryRun, "Print what would be written"),
    ],
    examples: ["release changelog", "release changelog --tag v1.5.0 --template github-release"],
    exclusions: [["--unreleased", "--tag", "--range", "--full"]])

  func run(in session: Session) async throws -> Answer {
    guard !prepends || output != nil else { throw NotSupported("--prepend without --output") }
    let workspace = try session.workspace()
    let history = try session.history(of: workspace, component: component, channel: nil)
    let source = try session.changelogSource(of: workspace, template: template)
    let draft = try ChangelogDraft(history, source, progress: { session.progress("reading commits") })
    let tellsNewcomers = session.console.options.isJSON || source.tellsNewcomers
    let changelog = try await changelog(by: ChangelogReleases(draft: draft, tellsNewcomers: tellsNewcomers))
    let document = ChangelogDocument(changelog)
    guard let output else {
      return Answer(
        writing: { sink in try source.render(changelog, handingOn: sink) },
        documentWriting: { document.write(handingOn: $0) })
    }
    let path = session.path(output)
    let bytes = try content(of: changelog, by: source, for: path, session)
    if isDryRun { return Answer(writing: { $0(bytes) }, documentWriting: { document.write(handingOn: $0) }) }
    try session.world.files.put(bytes, at: path)
    return Answer("\(path, as: .path)", documentWriting: { document.write(handingOn: $0) })
  }

  private func changelog(by releases: ChangelogReleases) async throws -> Changelog {
    if isFull { return try await releases.everything() }
    let release =
      if let tag { try releases.release(tagged: tag) } else if let range {
        try releases.range(range)
      } else {
        try releases.unreleased()
      }
    return Changelog([release], style: releases.draft.style)
  }

  /// What the file will hold.
  private func content(
    of changelog: Changelog, by source: ChangelogSource, for path: String, _ session: Session
  ) throws -> [UInt8] {
    guard prepends else { return try source.rendered(changelog) }
    guard tag != nil else {
      throw NotSupported("--prepend without --tag: only a release has a place in the file")
    }
    let section = try ReleaseSection(changelog, by: source)
    let old = try session.world.files.readIfPresent(path, limit: 256 << 20) ?? []
    return try section.inserted(into: old, at: path)
  }
}
