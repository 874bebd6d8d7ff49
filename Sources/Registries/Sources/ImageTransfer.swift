package import OCIImages
package import ReleaseSigning

/// Brings an image with all its platforms from where it is into a repository.
///
/// Blobs come before the manifests that name them, so what is cut off leaves nothing that could be taken for an image, and
/// doing it again sends only what is missing.
package struct ImageTransfer: Sendable {
  /// Where it is.
  package let source: any ImageSource
  /// Where it goes.
  package let target: ImageRepository
  /// Told before each blob.
  package let tell: @Sendable (Descriptor) -> Void

  /// A transfer.
  package init(
    from source: any ImageSource, to target: ImageRepository,
    telling tell: @escaping @Sendable (Descriptor) -> Void = { _ in }
  ) {
    self.source = source
    self.target = target
    self.tell = tell
  }

  /// Copies what a digest names.
  ///
  /// - Returns: how many blobs came in which way.
  /// - Throws: `RegistryError`.
  package func copy(_ digest: Digest) async throws(RegistryError) -> [BlobOutcome: Int] {
    var (done, outcomes) = (Set<Digest>(), [BlobOutcome: Int]())
    try await copy(digest, depth: 0, &done, &outcomes)
    return outcomes
  }

  /// An index may list another one, and nobody has a use for more.
  private static var deepest: Int { 3 }

  private func copy(
    _ digest: Digest, depth: Int, _ done: inout Set<Digest>, _ outcomes: inout [BlobOutcome: Int]
  ) async throws(RegistryError) {
    guard done.insert(digest).inserted else { return }
    let fetched = try await source.document(digest)
    switch fetched.document {
    case .index(let index):
      guard depth < Self.deepest else { throw .malformed(url: target.name, what: "index of indexes") }
      for child in index.manifests { try await copy(child.digest, depth: depth + 1, &done, &outcomes) }
    case .manifest(let manifest):
      for blob in manifest.blobs where done.insert(blob.digest).inserted {
        if let outcome = try await copy(blob) { outcomes[outcome, default: 0] += 1 }
      }
    }
    try await target.put(fetched)
  }

  /// Copies a blob; nil: it is one that registries need not hold.
  private func copy(_ blob: Descriptor) async throws(RegistryError) -> BlobOutcome? {
    if blob.isKeptElsewhere { return nil }
    tell(blob)
    if let neighbour, try await !target.hasBlob(blob), try await target.mount(blob, from: neighbour) {
      return .mounted
    }
    return try await source.withContent(of: blob) { content throws(RegistryError) in
      try await target.upload(blob, content)
    }
  }

  /// The path of the repository that the image is in, when the target's registry has it, too.
  private var neighbour: String? {
    guard let source = source as? ImageRepository, source.registry.name == target.registry.name else {
      return nil
    }
    return source.path
  }
}
