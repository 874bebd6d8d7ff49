internal import ConventionalCommits
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The text of a first `release.json`.
struct ConfigurationDraft {
  let project: String
  /// The form of the tags; nil when there are none yet.
  let tag: String?
  /// The policy that fits best; nil when there are no releases to fit.
  let fit: PolicyFit?
  /// The files that hold the version.
  let versionFiles: [String]

  var text: String {
    """
    {
      "project": \(quoted(project)),
      "version": {
        "preset": \(quoted(preset)),
        "tag": \(quoted(tag ?? "v{version}")),
        "squash": \(quoted(squash)),
        "pre_major": { "breaking": \(quoted(preMajor.breaking.rawValue)), "feature": \(quoted(preMajor.feature.rawValue)) }
      }\(files)
    }

    """
  }

  private var files: String {
    versionFiles.isEmpty
      ? "" : ",\n  \"version_files\": [\(versionFiles.map(quoted).joined(separator: ", "))]"
  }

  private var preset: String { (fit?.preset ?? .conventionalcommits).rawValue }
  private var squash: String { (fit?.squash ?? VersionPolicy().squash).rawValue }
  private var preMajor: BumpRules.PreMajor { fit?.preMajor ?? BumpRules.PreMajor() }

  private func quoted(_ text: String) -> String {
    String(decoding: JSONValue.string(text).bytes, as: UTF8.self)
  }
}
