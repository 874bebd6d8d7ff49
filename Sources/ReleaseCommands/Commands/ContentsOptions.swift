internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning

/// What a release consists of, on the command line.
struct ContentsOptions: Sendable {
  var images: [ImageOption] = []
  var metadata: [MetadataOption] = []
  var artifacts: [String] = []
  var sboms: [String] = []
  var registry = RegistryOptions()

  static let slots: [Slot<ContentsOptions>] =
    [
      .option(
        "--image", \.images, "name=where",
        """
        An image: `NAME=…@sha256:…` as it stands; a tag, `oci-layout:DIR[:TAG]`, `oci-archive:FILE[:TAG]` or \
        `docker-daemon:IMAGE` is looked up once and pinned
        """),
      .option(
        "--image-metadata", \.metadata, "[name=]file",
        "The images that `docker buildx --metadata-file` wrote of"),
      .option("--artifact", \.artifacts, "path", "A file or folder of the release"),
      .option("--sbom", \.sboms, "file", "A software bill of materials: CycloneDX or SPDX, JSON"),
    ] + RegistryOptions.slots.map { .lifted($0, at: \.registry) }

  static func lifted<C: Command>(at path: any WritableKeyPath<C, ContentsOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Hashes what was named, without `--artifact` what the configuration's patterns fit, and finds the images.
  ///
  /// - Throws: `ContentsError`, `FileError`, `RegistryError`.
  func collect(in workspace: Workspace, _ session: Session) async throws -> ReleaseContents {
    let collector = ContentsCollector(files: session.world.files, root: workspace.root)
    let paths =
      try artifacts.isEmpty
      ? collector.matches(workspace.configuration.artifacts) : artifacts.map(session.path)
    return ReleaseContents(
      images: try await gatheredImages(in: workspace, session),
      artifacts: try collector.artifacts(paths),
      sboms: try collector.sboms(sboms.map(session.path)))
  }

  private func gatheredImages(in workspace: Workspace, _ session: Session) async throws -> [GatheredImage] {
    let gathering = ImageGathering(
      session: session, configuration: workspace.configuration,
      access: try RegistryAccess(registry, in: session))
    var gathered: [GatheredImage] = []
    for option in images { gathered.append(try await gathering.image(option)) }
    for option in metadata { gathered += try await gathering.images(ofMetadata: option) }
    let names = gathered.map(\.image.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ImageProblem.twice(twice)
    }
    return gathered
  }
}
