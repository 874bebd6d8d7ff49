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
        "keep-a-changelog, github-release, angular, plain, or a Mustache file"),
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
    let source = try ChangelogSource(session: session, template: template)
    let links = try ChangelogDraft(history: history).links()
    let releases = ChangelogReleases(history: history, style: source.style(links))
    let changelog = try changelog(releases)
    let text = try source.render(changelog)
    guard let output else {
      return Answer(bytes: Array(text.utf8), document: ChangelogDocument(changelog).object)
    }
    return try write(text, of: changelog, to: session.path(output), session)
  }

  private func changelog(_ releases: ChangelogReleases) throws -> Changelog {
    if let tag { return try releases.changelog([releases.release(tagged: tag)]) }
    if let range { return try releases.changelog([releases.range(range)]) }
    if isFull { return try releases.everything() }
    return try releases.changelog([releases.unreleased()])
  }

  private func write(_ text: String, of changelog: Changelog, to path: String, _ session: Session) throws
    -> Answer
  {
    var bytes = Array(text.utf8)
    if prepends {
      guard let release = changelog.releases.first, let version = release.version,
        changelog.releases.count == 1
      else {
        throw NotSupported("--prepend without --tag: only a release has a place in the file")
      }
      let old = String(
        decoding: try session.world.files.readIfPresent(path, limit: 256 << 20) ?? [], as: UTF8.self)
      bytes = Array(
        ChangelogFile(parsing: old).inserting(text, version: version, compareURL: release.compareURL).utf8)
    }
    if isDryRun { return Answer(bytes: bytes, document: ChangelogDocument(changelog).object) }
    try session.world.files.write(bytes, to: path, mode: 0o644)
    return Answer("\(path, as: .path)", document: ChangelogDocument(changelog).object)
  }
}
