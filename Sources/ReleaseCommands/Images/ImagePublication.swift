internal import OCIImages
internal import Registries
internal import ReleaseManifests
internal import ReleaseSigning

/// One image of a release on its way into its registry: what is there, and what is to be done.
struct ImagePublication: Sendable {
  /// What the project calls it.
  let name: String
  /// The digest that it was signed under.
  let digest: Digest
  /// Where it goes.
  let repository: ImageRepository
  /// Where it comes from; nil: it is there.
  let source: (any ImageSource)?
  /// What the digest names.
  let root: FetchedDocument
  /// The tags that are to lead to it, and whether they do.
  let tags: [(tag: String, isThere: Bool)]
  /// What is still to go with it, and to which of its manifests.
  let attachments: [(attachment: Attachment, subject: Descriptor)]

  /// What is to be done, for those who ask beforehand.
  var plan: [PublishStep] {
    let push = source == nil ? [] : [PublishStep(.push, place, digest.prefixed)]
    let attach = attachments.map { attachment, subject in
      PublishStep(.attach(attachment.kind), place, subject.digest.prefixed)
    }
    return push + attach + tags.filter { !$0.isThere }.map { PublishStep(.tag, place, $0.tag) }
  }

  private var place: String { repository.name }

  /// Does what is missing; the tags come last, so that what they lead to can be verified at once.
  ///
  /// - Returns: what was done, what was there already left out.
  /// - Throws: `RegistryError`, `PublishProblem.tagTaken`.
  func perform(
    of manifest: Manifest, telling tell: @escaping @Sendable (Descriptor) -> Void
  ) async throws -> [PublishStep] {
    var done: [PublishStep] = []
    if let source {
      _ = try await ImageTransfer(from: source, to: repository, telling: tell).copy(digest)
      guard try await repository.hasWhole(digest) else { throw PublishProblem.notKept(place) }
      done.append(PublishStep(.push, place, digest.prefixed))
    }
    for (attachment, subject) in attachments {
      let artifact = attachment.artifact(on: subject, of: manifest)
      _ = try await repository.attach(artifact, blobs: [(attachment.layer, attachment.bytes)])
      guard try await repository.has(artifact) else { throw PublishProblem.notKept(place) }
      done.append(PublishStep(.attach(attachment.kind), place, subject.digest.prefixed))
    }
    for (tag, isThere) in tags where !isThere {
      if try await put(tag) { done.append(PublishStep(.tag, place, tag)) }
    }
    return done
  }

  /// Lets a tag lead to the image; returns false when it does by now.
  ///
  /// Registries have no "unless it is there": the tag is looked at right before, since somebody may have put it meanwhile,
  /// and once more afterwards.
  private func put(_ tag: String) async throws -> Bool {
    if let found = try await repository.digest(ofTag: tag) {
      try require(found, at: tag)
      return false
    }
    try await repository.put(root, tag: tag)
    try require(try await repository.document(tag: tag).descriptor.digest, at: tag)
    return true
  }

  private func require(_ found: Digest, at tag: String) throws(PublishProblem) {
    guard found != digest else { return }
    throw .tagTaken(reference: "\(place):\(tag)", found: found, expected: digest)
  }
}

/// A thing that is done in a registry.
struct PublishStep: Sendable {
  enum Kind: Sendable {
    case push
    case attach(Attachment.Kind)
    case tag
  }

  let kind: Kind
  /// The repository.
  let place: String
  /// The digest or the tag.
  let what: String

  init(_ kind: Kind, _ place: String, _ what: String) {
    self.kind = kind
    self.place = place
    self.what = what
  }
}

extension Digest {
  /// `sha256:` and the digits, as registries write it.
  var prefixed: String { "sha256:\(hex)" }
}
