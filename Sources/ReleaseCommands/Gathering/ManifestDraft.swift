internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// What a manifest is drawn up from: a release commit, its tag's name, and what was built from it.
///
/// `cut`, `seal`, `manifest create` and `verify --rederive` all draw it up here, so the same inputs give the same bytes.
struct ManifestDraft: Sendable {
  let workspace: Workspace
  let history: History
  let commit: String
  let tag: String
  let contents: ReleaseContents
  let channel: String?
  let project: String
  /// The ledger, where the manifest of the release before is found; nil when there is none.
  let ledger: LedgerState?

  /// Draws up the manifest.
  ///
  /// - Throws: `CutRefusal.notAReleaseTag`, `GitError`.
  func manifest() throws -> Manifest {
    guard let version = history.planner.pattern.version(of: tag) else {
      throw CutRefusal.notAReleaseTag(tag, pattern: history.planner.pattern.text)
    }
    let repository = history.repository
    let facts = try history.gather(at: commit, excluding: tag).facts
    let component = history.planner.component?.name
    let own = facts.commits.filter { !isReleaseCommit($0, of: version) }
    let createdAt = try repository.newestCommit(of: commit).committedAt
    return Manifest(
      project: project, component: component, version: version, tag: tag,
      channel: channel ?? Self.channel(of: version),
      purl: "pkg:generic/\(([project] + (component.map { [$0] } ?? [])).joined(separator: "/"))@\(version)",
      source: Manifest.Source(
        uri: try repository.remoteURL("origin").flatMap(PublicAddress.init)?.uri, commit: commit,
        tree: try repository.tree(of: commit), tagRef: "refs/tags/\(tag)"),
      previous: facts.base.map { previous($0, component: component) },
      bump: Manifest.BumpRecord(
        level: level(of: version, own, facts), commits: own.count),
      changelog: Manifest.ChangelogRecord(markdown: try changelog(version, on: createdAt.day, facts, own)),
      images: contents.images.map(\.image),
      artifacts: contents.artifacts, sboms: contents.sboms,
      createdAt: createdAt,
      tool: Manifest.Tool(name: ToolVersion.name, version: ToolVersion.number))
  }

  /// The commit that a cut made: it tells of the release and is no part of it.
  private func isReleaseCommit(_ reading: CommitReading, of version: Version) -> Bool {
    reading.id.description == commit
      && reading.subject == ReleaseCommit.subject(version, component: history.planner.component?.name)
  }

  private static func channel(of version: Version) -> String {
    version.isPrerelease ? version.prerelease[0].text : "stable"
  }

  private func previous(_ base: ReleaseTag, component: String?) -> Manifest.Previous {
    let recorded = ledger?.releases(version: base.version.description, component: component).last
    return Manifest.Previous(version: base.version, manifestDigest: recorded?.release.manifestDigest)
  }

  /// The part of the version that moved; a first release is what its commits ask for.
  private func level(
    of version: Version, _ commits: [CommitReading], _ facts: VersionPlanner.Facts
  ) -> Bump {
    guard let base = facts.base?.version else {
      let accounting = Accounting(commits, of: facts.graph, under: history.planner.policy)
      return accounting.accounts.map(\.bump).max() ?? .none
    }
    if base.major != version.major { return .major }
    return base.minor != version.minor ? .minor : .patch
  }

  /// The section of CHANGELOG.md as it was committed, or else what the usual form makes of the history.
  private func changelog(
    _ version: Version, on day: String, _ facts: VersionPlanner.Facts, _ own: [CommitReading]
  ) throws -> String {
    let path = ReleaseCommit.changelogPath(of: history.planner.component)
    if let file = try history.repository.file(path, at: commit),
      let section = ChangelogFile(parsing: file).section(of: version)
    {
      return section
    }
    let isOwn = own.count < facts.commits.count
    return try ChangelogDraft(history, ChangelogSource()).section(
      .init(version: version, tag: tag, date: day, previousTag: facts.base?.name),
      of: .init(
        base: facts.base?.commit.description, head: commit, corrections: commit,
        without: isOwn ? facts.head : nil)
    ).text
  }
}

/// The commit that a cut makes.
enum ReleaseCommit {
  /// Its subject: `chore(release): 1.5.0`, with the component's name before the version when there is one.
  static func subject(_ version: Version, component: String?) -> String {
    "chore(release): \(component.map { "\($0) " } ?? "")\(version)"
  }

  /// Where the changelog lies: beside the component, or at the root.
  static func changelogPath(of component: Component?) -> String {
    let folder = component?.path ?? ""
    return folder.isEmpty ? "CHANGELOG.md" : "\(folder)/CHANGELOG.md"
  }
}
