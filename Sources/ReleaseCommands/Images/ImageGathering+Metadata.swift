internal import Effects
internal import OCIImages
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

extension ImageGathering {
  /// The images of a file that `docker buildx build --metadata-file` or `docker buildx bake --metadata-file` wrote.
  ///
  /// - Throws: `ImageProblem`, `FileError`, `RegistryError`.
  func images(ofMetadata option: MetadataOption) async throws -> [GatheredImage] {
    let bytes = try session.world.files.read(
      session.path(option.path), limit: BuildMetadata.limits.bytes)
    let built: [BuiltImage]
    do { built = try BuildMetadata(parsing: bytes).images } catch {
      throw ImageProblem.metadata(path: option.path, RegistryWording.document(error))
    }
    guard !built.isEmpty, option.name == nil || built.count == 1 else {
      throw ImageProblem.metadata(path: option.path, "it speaks of \(built.count) images")
    }
    var images: [GatheredImage] = []
    for image in built {
      let name = try name(of: image, option)
      let published = try repository(of: image, called: name, option)
      let reference = ImageReference(repository: published, digest: image.digest)
      images.append(try await pinned(name, reference, descriptor: image.descriptor))
    }
    return images
  }

  /// Where an image was pushed, which must be where the project publishes it when it says so; an image that has no tag but
  /// `latest` is no release.
  private func repository(
    of image: BuiltImage, called name: String, _ option: MetadataOption
  ) throws(ImageProblem) -> String {
    if let first = image.names.first, image.names.allSatisfy({ $0.tag ?? "latest" == "latest" }) {
      throw .latest(name, first.familiar)
    }
    guard let configured = configuration.images[name]?.repository else {
      guard let first = image.names.first else { throw .unknown(name) }
      return first.familiar
    }
    let isElsewhere = image.names.allSatisfy {
      $0.familiar != (try? ImageName(parsing: configured))?.familiar
    }
    guard image.names.isEmpty || !isElsewhere else {
      throw .metadata(path: option.path, "it was built as `\(image.names[0].text)`, not as `\(configured)`")
    }
    return configured
  }

  /// What the project calls an image that was built: as it was said, by its repository, its target, or its own last name.
  private func name(of image: BuiltImage, _ option: MetadataOption) throws(ImageProblem) -> String {
    if let name = option.name { return name }
    let repositories = image.names.map(\.familiar)
    let configured = configuration.images.filter { policy in
      (try? ImageName(parsing: policy.value.repository)).map { repositories.contains($0.familiar) } ?? false
    }
    if configured.count == 1, let name = configured.first?.key { return name }
    if let target = image.target, Identifier.isName(target) { return target }
    guard let last = image.names.first?.repository.split(separator: "/").last else {
      throw .metadata(path: option.path, "it has no `image.name`: write `NAME=\(option.path)`")
    }
    return String(last)
  }
}
