internal import Effects
internal import OCIImages
internal import Registries
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Why a release cannot be published.
enum PublishProblem: Error {
  /// It has no image.
  case noImages
  /// The registry does not have an image, and nobody said where it is.
  case imageMissing(String, reference: String)
  /// What was named is another image than was signed.
  case otherImage(String, expected: Digest, found: Digest)
  /// A source was named for an image that the release does not have.
  case unknownImage(String, known: [String])
  /// A registry said that it took something, and does not have it.
  case notKept(String)
  /// Two images have one repository, where a version's tag can lead to one only.
  case sharedRepository([String])
  /// A tag leads to another image already.
  case tagTaken(reference: String, found: Digest, expected: Digest)
}

/// Finds out what is to be done to publish the images of a release; nothing is changed here.
struct PublicationPlanning {
  let gathering: ImageGathering
  let verified: VerifiedManifest
  /// Where images are that the registry may not have yet.
  let sources: [ImageOption]
  let attachments: [Attachment]

  /// Looks at every image, and refuses before anything is changed what would be refused half-way.
  ///
  /// - Throws: `PublishProblem`, `RegistryError`.
  func publications() async throws -> [ImagePublication] {
    let images = verified.manifest.images
    guard !images.isEmpty else { throw PublishProblem.noImages }
    if let other = sources.first(where: { source in !images.contains { $0.name == source.name } }) {
      throw PublishProblem.unknownImage(other.name, known: images.map(\.name))
    }
    for (_, shared) in Dictionary(grouping: images, by: { ImageReference.repository(of: $0.reference) })
    where Set(shared.map(\.digest)).count > 1 {
      throw PublishProblem.sharedRepository(shared.map { "`\($0.name)`" })
    }
    var publications: [ImagePublication] = []
    for image in images { publications.append(try await publication(of: image)) }
    return publications
  }

  private func publication(of image: Manifest.Image) async throws -> ImagePublication {
    let name = try ImageGathering.name(image.reference)
    let repository = gathering.access.repository(of: name)
    let isThere = try await repository.hasWhole(image.digest)
    let source = isThere ? nil : try await source(of: image)
    let root = try await (source ?? repository).document(image.digest)
    return ImagePublication(
      name: image.name, digest: image.digest, repository: repository, source: source, root: root,
      tags: try await tags(of: image, in: repository),
      attachments: try await missing(subjects(of: root, image), in: isThere ? repository : nil))
  }

  /// The tags that an image is to have, and whether they lead to it; none is moved.
  ///
  /// A commit may be built more than once, such as for a candidate and for its release: its tag stays with the first.
  private func tags(
    of image: Manifest.Image, in repository: ImageRepository
  ) async throws -> [(tag: String, isThere: Bool)] {
    let version = ImageTag.version(verified.manifest.version)
    let found = try await repository.digest(ofTag: version)
    if let found, found != image.digest {
      throw PublishProblem.tagTaken(
        reference: "\(repository.name):\(version)", found: found, expected: image.digest)
    }
    let commit = ImageTag.commit(verified.manifest.source.commit)
    let other = try await repository.digest(ofTag: commit)
    guard other == nil || other == image.digest else {
      gathering.session.console.warning(
        "`\(repository.name):\(commit)` leads to another image of the commit, and stays with it")
      return [(version, found != nil)]
    }
    return [(version, found != nil), (commit, other != nil)]
  }

  /// Those of the attachments that a repository does not have yet; nil: it does not have the image, either.
  private func missing(
    _ wanted: [(attachment: Attachment, subject: Descriptor)], in repository: ImageRepository?
  ) async throws -> [(attachment: Attachment, subject: Descriptor)] {
    guard let repository else { return wanted }
    var missing: [(attachment: Attachment, subject: Descriptor)] = []
    for (attachment, subject) in wanted {
      let artifact = attachment.artifact(on: subject, of: verified.manifest)
      if try await !repository.has(artifact) { missing.append((attachment, subject)) }
    }
    return missing
  }

  /// What proves an image goes with every platform's as well that is signed: hosts that know only that one can verify it,
  /// too.
  private func subjects(
    of root: FetchedDocument, _ image: Manifest.Image
  ) -> [(attachment: Attachment, subject: Descriptor)] {
    let signed = Set(image.platforms.map(\.digest))
    var platforms: [Descriptor] = []
    if case .index(let index) = root.document {
      platforms = index.images.filter { signed.contains($0.digest) }
    }
    return attachments.flatMap { attachment in
      ([root.descriptor] + (attachment.kind == .manifest || attachment.kind == .provenance ? platforms : []))
        .map { (attachment, $0) }
    }
  }

  /// Where an image is that the registry does not have.
  private func source(of image: Manifest.Image) async throws -> any ImageSource {
    guard let option = sources.first(where: { $0.name == image.name }) else {
      throw PublishProblem.imageMissing(image.name, reference: image.reference)
    }
    let (source, digest) = try await gathering.source(option)
    guard digest == image.digest else {
      throw PublishProblem.otherImage(image.name, expected: image.digest, found: digest)
    }
    return source
  }
}

extension ImageGathering {
  /// Returns where an image is, and what it is there.
  ///
  /// - Throws: `ImageProblem`, `RegistryError`; `NotSupported` for an engine, which keeps no image as it was pushed.
  func source(_ option: ImageOption) async throws -> (any ImageSource, Digest) {
    switch option.location {
    case .layout(let path, let tag):
      let layout = try ImageLayout(at: session.path(path), session.world.files)
      return (layout, try layout.descriptor(tag: tag).digest)
    case .engine: throw NotSupported("publishing out of a docker engine; push it with `docker push`")
    case .named(let name):
      let repository = access.repository(of: name)
      return (repository, try await repository.document(named: name).descriptor.digest)
    case .pinned, .digest:
      let pinned = try await image(option).image
      return (access.repository(of: try Self.name(pinned.reference)), pinned.digest)
    }
  }
}
