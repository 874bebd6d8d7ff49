internal import Effects
internal import OCIImages
internal import Registries

/// A tag that a repository does not have, and those that it has.
struct UnknownTag: Error {
  let name: ImageName
  let known: [String]
}

extension ImageRepository {
  /// Returns what the tag of a name leads to now.
  ///
  /// - Throws: `UnknownTag` where the repository has others, else `RegistryError`.
  func document(named name: ImageName) async throws -> FetchedDocument {
    do { return try await document(tag: name.tag ?? "latest") } catch {
      // Whoever may not list the tags is told only that this one is not there.
      guard case .notFound = error, let tags = try? await tags() else { throw error }
      // Lists of attachments are no images.
      let known = tags.filter { !$0.utf8.starts(with: "sha256-".utf8) }
      throw known.isEmpty ? error : UnknownTag(name: name, known: known)
    }
  }
}
