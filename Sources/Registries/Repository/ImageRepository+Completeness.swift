package import OCIImages
package import ReleaseSigning

extension ImageRepository {
  /// Indexes are followed as deep as they are brought into a repository.
  private static var deepest: Int { 3 }

  /// Returns whether a manifest or index is there with all that it names: registries lose parts when they are cleaned up.
  ///
  /// - Throws: `RegistryError`.
  package func hasWhole(_ digest: Digest) async throws(RegistryError) -> Bool {
    var seen: Set<Digest> = []
    return try await hasWhole(digest, depth: 0, &seen)
  }

  private func hasWhole(
    _ digest: Digest, depth: Int, _ seen: inout Set<Digest>
  ) async throws(RegistryError) -> Bool {
    guard seen.insert(digest).inserted else { return true }
    let fetched: FetchedDocument
    do { fetched = try await document(digest) } catch {
      if case .notFound = error { return false }
      throw error
    }
    switch fetched.document {
    case .manifest(let manifest):
      for blob in manifest.blobs where !blob.isKeptElsewhere && seen.insert(blob.digest).inserted {
        guard try await hasBlob(blob) else { return false }
      }
    case .index(let index):
      guard depth < Self.deepest else { throw .malformed(url: name, what: "index of indexes") }
      for child in index.manifests {
        guard try await hasWhole(child.digest, depth: depth + 1, &seen) else { return false }
      }
    }
    return true
  }
}

extension Descriptor {
  /// Whether registries need not keep it, and it says where else it is.
  package var isKeptElsewhere: Bool { MediaType.isNonDistributable(mediaType) && !urls.isEmpty }
}
