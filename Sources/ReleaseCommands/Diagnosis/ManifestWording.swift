internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// The words for a manifest.
enum ManifestWording {
  static func lines(_ manifest: Manifest) -> [String] {
    var lines = [
      "\(manifest.component ?? manifest.project) \(manifest.version) (not verified)",
      "  tag       \(manifest.tag) on \(manifest.channel)", "  commit    \(manifest.source.commit)",
      "  made      \(manifest.createdAt) by \(manifest.tool.name) \(manifest.tool.version)",
      "  moves     \(manifest.bump.level.rawValue), \(manifest.bump.commits) commits",
    ]
    if let previous = manifest.previous { lines.append("  after     \(previous.version)") }
    lines += manifest.artifacts.map { "  artifact  \($0.path) \($0.size) bytes sha256:\($0.sha256.hex)" }
    lines += manifest.images.map { "  image     \($0.name) \($0.reference)" }
    lines += manifest.sboms.map { "  sbom      \($0.path) \($0.format) sha256:\($0.sha256.hex)" }
    return lines
  }
}
