internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning

/// What a release consists of, on the command line.
struct ContentsOptions: Sendable {
  var images: [PinnedImage] = []
  var artifacts: [String] = []
  var sboms: [String] = []

  static let slots: [Slot<ContentsOptions>] = [
    .option("--image", \.images, "name=ref", "An image, pinned: `NAME=REFERENCE@sha256:…`"),
    .option("--artifact", \.artifacts, "path", "A file or folder of the release"),
    .option("--sbom", \.sboms, "file", "A software bill of materials: CycloneDX or SPDX, JSON"),
  ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, ContentsOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Hashes what was named; without `--artifact` what the configuration's patterns fit.
  func collect(in workspace: Workspace, _ session: Session) throws -> ReleaseContents {
    let collector = ContentsCollector(files: session.world.files, root: workspace.root)
    let paths =
      try artifacts.isEmpty
      ? collector.matches(workspace.configuration.artifacts) : artifacts.map(session.path)
    return ReleaseContents(
      images: try images.map { try $0.image(in: workspace.configuration) },
      artifacts: try collector.artifacts(paths),
      sboms: try collector.sboms(sboms.map(session.path)))
  }
}
