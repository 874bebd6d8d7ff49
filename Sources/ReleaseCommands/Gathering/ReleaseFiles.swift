internal import Changelogs
internal import Effects
internal import ReleasePlanning
internal import SemanticVersions

/// The files of a release commit: the changelog, and whatever holds the version.
struct ReleaseFiles {
  let workspace: Workspace
  let history: History
  let session: Session
  /// The files as they are.
  let tracked: TrackedFiles

  /// Returns every file that changes, with its new content.
  ///
  /// - Throws: `CutRefusal`, `FileError`, `TemplateError`, `GitError`.
  func changes(
    for version: Version, _ heading: ChangelogRelease.Heading, since base: ReleaseTag?
  ) throws -> [CutPlan.FileChange] {
    var changes = [try changelog(heading, since: base)]
    let component = history.planner.component
    try VersionFileChanges(
      tracked: tracked, files: component?.versionFiles ?? workspace.configuration.versionFiles,
      folder: component?.path ?? ""
    ).add(version, to: &changes)
    return changes
  }

  private func changelog(
    _ heading: ChangelogRelease.Heading, since base: ReleaseTag?
  ) throws -> CutPlan.FileChange {
    let path = ReleaseCommit.changelogPath(of: history.planner.component)
    let old = try tracked.change(of: path)
    let source = try session.changelogSource(of: workspace)
    if let file = source.file, let path = PathText.relative(file, to: workspace.root) {
      try tracked.require(path)
    }
    let draft = try ChangelogDraft(history, source, progress: { session.progress("reading commits") })
    let section = try draft.section(
      heading,
      of: .init(base: base?.commit.description, head: tracked.commit, corrections: tracked.commit))
    return CutPlan.FileChange(
      path: path, old: old?.bytes, bytes: try section.inserted(into: old?.bytes ?? [], at: path),
      isExecutable: old?.isExecutable ?? false)
  }
}
