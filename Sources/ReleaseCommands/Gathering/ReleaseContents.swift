internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

/// What a release consists of beside its sources.
struct ReleaseContents: Sendable {
  var images: [GatheredImage] = []
  var artifacts: [Manifest.Artifact] = []
  var sboms: [Manifest.SBOM] = []
}

/// Why files cannot be part of a release.
enum ContentsError: Error {
  /// A path leads out of the project's folder.
  case outside(path: String, root: String)
  /// A path cannot stand in a manifest.
  case path(String, ArtifactPath.Problem)
  /// A pattern of the configuration fits no file.
  case noMatch(pattern: String)
  /// Nothing is there.
  case missing(path: String)
  /// A file is no bill of materials that we know.
  case notAnSBOM(path: String)
}
