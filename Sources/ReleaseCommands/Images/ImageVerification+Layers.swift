internal import OCIImages
internal import Registries
internal import ReleaseManifests
internal import ReleaseSigning

extension ImageVerification {
  /// Reads every blob of an image that was proven, and compares its digest.
  func layerCheck(_ root: FetchedDocument, of verified: VerifiedManifest?) async throws -> VerificationCheck {
    // What nobody signed may be as large as a stranger likes.
    guard verified?.manifest.image(of: root.descriptor.digest, at: name, by: policies) != nil else {
      return VerificationCheck(name: "layers", status: .unproven)
    }
    do {
      var blobs = ImageBlobs()
      try await blobs.add(root, in: repository)
      for blob in blobs.kept { try await repository.verifyBlob(blob) }
      let elsewhere = blobs.elsewhere > 0 ? "; \(blobs.elsewhere) are kept elsewhere and were not read" : ""
      return VerificationCheck(
        name: "layers", status: .ok("\(blobs.kept.count) blobs as described\(elsewhere)"))
    } catch {
      guard let reason = RegistryWording.forgery(error) ?? RegistryWording.absence(error) else { throw error }
      return VerificationCheck(name: "layers", status: .failed([.imageContent(reason: reason)]))
    }
  }
}

/// The blobs of an image, each once.
private struct ImageBlobs {
  /// Those that the registry keeps.
  private(set) var kept: [Descriptor] = []
  /// How many registries need not keep.
  private(set) var elsewhere = 0
  private var seen: Set<Digest> = []

  /// As deep as indexes are brought into a repository.
  private static let deepest = 3

  mutating func add(
    _ document: FetchedDocument, in repository: ImageRepository, depth: Int = 0
  ) async throws(RegistryError) {
    switch document.document {
    case .manifest(let manifest):
      for blob in manifest.blobs where seen.insert(blob.digest).inserted {
        if blob.isKeptElsewhere { elsewhere += 1 } else { kept.append(blob) }
      }
    case .index(let index):
      guard depth < Self.deepest else { throw .malformed(url: repository.name, what: "index of indexes") }
      for child in index.manifests where seen.insert(child.digest).inserted {
        try await add(try await repository.document(child.digest), in: repository, depth: depth + 1)
      }
    }
  }
}
