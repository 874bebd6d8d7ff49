internal import Effects
package import OCIImages
internal import ReleaseSigning

extension ImageRepository {
  /// Returns whether an artifact is there, whole, and listed among what refers to its image.
  package func has(_ artifact: ArtifactManifest) async throws(RegistryError) -> Bool {
    let listed = try await referrers(of: artifact.subject.digest, artifactType: artifact.artifactType)
    guard listed.contains(where: { $0.digest == artifact.descriptor.digest }) else { return false }
    return try await hasWhole(artifact.descriptor.digest)
  }

  /// Brings an artifact that refers to an image into the repository; what is there already stays as it is.
  ///
  /// - Parameter blobs: the contents of its layers.
  /// - Returns: whether anything was new.
  /// - Throws: `RegistryError`; `contended` when others write the list of the tag schema all the time.
  package func attach(
    _ artifact: ArtifactManifest, blobs: [(Descriptor, [UInt8])]
  ) async throws(RegistryError) -> Bool {
    let wasThere = try await hasDocument(artifact.descriptor.digest)
    if !wasThere {
      let parts = [(ArtifactManifest.emptyConfig, ArtifactManifest.emptyConfigBytes)] + blobs
      for (descriptor, bytes) in parts { _ = try await upload(descriptor, .bytes(bytes)) }
    }
    let document: FetchedDocument
    do { document = try FetchedDocument(artifact.bytes, mediaType: MediaType.ociManifest) } catch {
      throw .document(url: name, error)
    }
    // Again when it is there: only the answer says who keeps the list.
    let isListed = try await put(document)
    let isNewlyListed = isListed ? false : try await list(artifact)
    return !wasThere || isNewlyListed
  }

  /// Adds an artifact to the list of the tag schema.
  ///
  /// A registry has no way to replace a tag only if nobody else did. So the list is read again when all that was begun
  /// before it was written should be written, too, and added to again.
  private func list(_ artifact: ArtifactManifest) async throws(RegistryError) -> Bool {
    for attempt in 1...10 {
      var index = try await fallback(of: artifact.subject.digest) ?? ReferrersIndex()
      guard index.insert(artifact.descriptor) else { return attempt > 1 }
      let document: FetchedDocument
      do { document = try FetchedDocument(index.bytes, mediaType: MediaType.ociIndex) } catch {
        throw .document(url: name, error)
      }
      try await put(document, tag: ReferrersIndex.fallbackTag(of: artifact.subject.digest))
      try await registry.settle()
    }
    throw .contended(url: url("manifests/\(ReferrersIndex.fallbackTag(of: artifact.subject.digest))"))
  }
}
