internal import ReleaseSigning
package import SemanticVersions
package import StrictJSON

/// What a release is made of: the predicate of a manifest.
///
/// Same inputs, same bytes: there is no wall clock, no random id and no path of a machine in it.
package struct Manifest: Hashable, Sendable {
  /// The project: `acme/shop`.
  package var project: String
  /// The component of a repository that holds several.
  package var component: String?
  /// The version.
  package var version: Version
  /// The git tag.
  package var tag: String
  /// Where the release is published: `stable`, `next`…
  package var channel: String
  /// The package URL of the release, with its version.
  package var purl: String?
  /// The sources.
  package var source: Source
  /// The release before this one.
  package var previous: Previous?
  /// How far the version moved and because of how many commits.
  package var bump: BumpRecord
  /// The section of the changelog.
  package var changelog: ChangelogRecord
  /// Container images, each pinned by digest.
  package var images: [Image]
  /// Files, in the order of their paths.
  package var artifacts: [Artifact]
  /// Software bills of materials.
  package var sboms: [SBOM]
  /// When the release commit was made.
  package var createdAt: Timestamp
  /// What made the manifest.
  package var tool: Tool

  /// Makes a manifest of its parts.
  package init(
    project: String, component: String?, version: Version, tag: String, channel: String, purl: String?,
    source: Source, previous: Previous?, bump: BumpRecord, changelog: ChangelogRecord, images: [Image],
    artifacts: [Artifact], sboms: [SBOM], createdAt: Timestamp, tool: Tool
  ) {
    self.project = project
    self.component = component
    self.version = version
    self.tag = tag
    self.channel = channel
    self.purl = purl
    self.source = source
    self.previous = previous
    self.bump = bump
    self.changelog = changelog
    self.images = images.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.artifacts = artifacts.sorted { $0.path < $1.path }
    self.sboms = sboms.sorted { $0.path < $1.path }
    self.createdAt = createdAt
    self.tool = tool
  }

  /// The kind of a manifest's statement.
  package static let predicateType = Statement.type(of: "manifest")

  /// What the statement is about: artifacts and images, or the commit when there is neither.
  package var subjects: [Statement.Subject] {
    let files = artifacts.map { Statement.Subject(name: $0.path.text, sha256: $0.sha256) }
    let images = images.map { Statement.Subject(name: $0.reference, sha256: $0.digest) }
    guard !files.isEmpty || !images.isEmpty else { return [.init(name: tag, gitCommit: source.commit)] }
    // One image may go by two names; as a subject it is one.
    var seen: Set<Statement.Subject> = []
    return files + images.filter { seen.insert($0).inserted }
  }

  /// The statement that says all this.
  package var statement: Statement {
    Statement(subjects: subjects, predicateType: Self.predicateType, predicate: predicate)
  }
}
