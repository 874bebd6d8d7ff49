internal import Effects
internal import OCIImages
package import ReleaseSigning

extension ImageRepository {
  /// Returns the manifest or index under a digest; its bytes have that digest.
  ///
  /// - Throws: `RegistryError`, `notFound` when the registry does not have it.
  package func document(_ digest: Digest) async throws(RegistryError) -> FetchedDocument {
    try await document(at: "manifests/sha256:\(digest.hex)", expecting: digest)
  }

  /// Returns the manifest or index that a tag leads to now.
  ///
  /// - Throws: `RegistryError`, `notFound` when there is no such tag.
  package func document(tag: String) async throws(RegistryError) -> FetchedDocument {
    try await document(at: "manifests/\(tag)", expecting: nil)
  }

  /// Returns the digest that a tag leads to now; nil: there is no such tag.
  package func digest(ofTag tag: String) async throws(RegistryError) -> Digest? {
    do { return try await document(tag: tag).descriptor.digest } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }

  private func document(at place: String, expecting expected: Digest?) async throws(RegistryError)
    -> FetchedDocument
  {
    var request = request("GET", place)
    request.headers = ["Accept": MediaType.acceptHeader]
    let response = try await registry.send(request)
    try response.require(200, from: url(place))
    let found = Digest.sha256(response.body)
    if let expected, found != expected {
      throw .digestMismatch(url: url(place), expected: expected, found: found)
    }
    // The tag's own digest as the registry sees it: a difference means that bytes were lost or changed on the way.
    if let text = response.headers["docker-content-digest"], let said = Digest(prefixed: text), said != found
    {
      throw .digestMismatch(url: url(place), expected: said, found: found)
    }
    do { return try FetchedDocument(response.body, mediaType: response.mediaType) } catch {
      throw .document(url: url(place), error)
    }
  }

  /// Returns whether the registry has a manifest or index.
  package func hasDocument(_ digest: Digest) async throws(RegistryError) -> Bool {
    do { return try await document(digest).descriptor.digest == digest } catch {
      if case .notFound = error { return false }
      throw error
    }
  }

  /// Puts a manifest or index under its digest, or under a tag as well.
  ///
  /// - Returns: whether the registry lists what the document refers to by itself (distribution-spec, "Pushing Manifests with
  ///   Subject").
  @discardableResult
  package func put(_ fetched: FetchedDocument, tag: String? = nil) async throws(RegistryError) -> Bool {
    let place = "manifests/\(tag ?? "sha256:\(fetched.descriptor.digest.hex)")"
    var request = request("PUT", place, pushing: true)
    request.headers = ["Content-Type": fetched.descriptor.mediaType]
    request.body = .bytes(fetched.bytes)
    let response = try await registry.send(request)
    try response.require(201, 200, 202, from: url(place))
    if let text = response.headers["docker-content-digest"], let said = Digest(prefixed: text),
      said != fetched.descriptor.digest
    {
      throw .digestMismatch(url: url(place), expected: fetched.descriptor.digest, found: said)
    }
    return response.headers["oci-subject"] != nil
  }
}

extension HTTPResponse {
  /// The media type without its parameters, in lower case.
  var mediaType: String? { headers["content-type"].map(MediaType.essence) }
}
