internal import Effects
internal import OCIImages
internal import Registries
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Finds images where the command line says that they are, and pins them by their digests.
struct ImageGathering: Sendable {
  let session: Session
  let configuration: Configuration
  let access: RegistryAccess

  /// Finds an image.
  ///
  /// - Throws: `ImageProblem`, `RegistryError`.
  func image(_ option: ImageOption) async throws -> GatheredImage {
    let name = option.name
    switch option.location {
    case .digest(let digest):
      return try await pinned(name, ImageReference(repository: try repository(of: name), digest: digest))
    case .pinned(let text): return try await pinned(name, try Self.reference(name, text))
    case .named(let image): return try await tagged(name, image)
    case .layout(let path, let tag):
      let layout = try ImageLayout(at: session.path(path), session.world.files)
      let reference = ImageReference(
        repository: try repository(of: name), digest: try layout.descriptor(tag: tag).digest)
      return try await looked(name, reference, in: layout)
    case .engine(let text): return try await engine(name, text)
    }
  }

  /// An image whose digest is known: nobody is asked, unless something is to be known of it that only a look can tell.
  func pinned(
    _ name: String, _ reference: ImageReference, descriptor: Descriptor? = nil
  ) async throws -> GatheredImage {
    guard configuration.images[name]?.needsLook != true else {
      return try await looked(name, reference, in: access.repository(of: try Self.name(reference.text)))
    }
    return GatheredImage(
      image: Manifest.Image(
        name: name, reference: reference.text, digest: reference.digest, mediaType: descriptor?.mediaType,
        size: descriptor?.size), facts: nil)
  }

  /// The image that a tag leads to now: this is the only time that it is asked for.
  private func tagged(_ name: String, _ image: ImageName) async throws -> GatheredImage {
    guard image.tag ?? "latest" != "latest" else { throw ImageProblem.latest(name, image.familiar) }
    let repository = access.repository(of: image)
    let document = try await repository.document(named: image)
    // Where it was found may be where it was built; the manifest names where it is published.
    let reference = ImageReference(
      repository: configuration.images[name]?.repository ?? image.familiar,
      digest: document.descriptor.digest)
    return try await looked(name, reference, at: document, in: repository)
  }

  private func looked(
    _ name: String, _ reference: ImageReference, in source: any ImageSource
  ) async throws -> GatheredImage {
    try await looked(name, reference, at: try await source.document(reference.digest), in: source)
  }

  private func looked(
    _ name: String, _ reference: ImageReference, at document: FetchedDocument, in source: any ImageSource
  ) async throws -> GatheredImage {
    let survey = try await ImageSurvey(of: document, in: source)
    let platforms = survey.isIndex ? survey.platforms : []
    for image in survey.platforms where !ImageProblem.isPlatform(image.platform) {
      throw ImageProblem.platform(name, image.platform.text)
    }
    let image = Manifest.Image(
      name: name, reference: reference.text, digest: reference.digest,
      mediaType: document.descriptor.mediaType, size: document.descriptor.size,
      platforms: platforms.map { image in
        Manifest.Image.Platform(
          os: image.platform.os, architecture: image.platform.architecture, variant: image.platform.variant,
          digest: image.descriptor.digest)
      })
    return GatheredImage(image: image, facts: ImageFacts(survey))
  }

  /// Where the configuration says that an image is published.
  func repository(of name: String) throws(ImageProblem) -> String {
    guard let policy = configuration.images[name] else { throw .unknown(name) }
    return policy.repository
  }

  static func name(_ text: String) throws -> ImageName {
    do { return try ImageName(parsing: text) } catch { throw RegistryError.name(text, error) }
  }

  private static func reference(_ name: String, _ text: String) throws(ImageProblem) -> ImageReference {
    do { return try ImageReference(parsing: text) } catch { throw .notPinned(name, text) }
  }
}
