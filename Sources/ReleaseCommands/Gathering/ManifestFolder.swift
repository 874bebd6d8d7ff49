internal import ReleasePlanning
internal import SemanticVersions

/// Where the signed manifests of a project lie.
struct ManifestFolder: Sendable {
  private let path: String

  init(_ workspace: Workspace) { path = "\(workspace.stateFolder)/manifests" }

  /// Where the manifest of a version lies.
  func path(version: Version, component: String?) -> String {
    let name = (component.map { [$0] } ?? []) + [version.description]
    return "\(path)/\(name.joined(separator: "-").replacing("/", with: "-")).json"
  }
}
