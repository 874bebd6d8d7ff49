package import Effects
package import OCIImages
internal import ReleaseSigning

extension ImageRepository {
  /// Returns whether the repository has a blob of this digest and length.
  package func hasBlob(_ descriptor: Descriptor) async throws(RegistryError) -> Bool {
    var request = request("HEAD", "blobs/sha256:\(descriptor.digest.hex)")
    request.limit = 1 << 16
    let response = try await registry.send(request)
    if response.status == 404 { return false }
    try response.require(200, from: url(of: descriptor))
    return response.headers["content-length"].map { $0 == "\(descriptor.size)" } ?? true
  }

  /// Brings a blob into the repository, unless it is there: the registry computes its digest and refuses another.
  ///
  /// - Parameter content: the blob, of the length that it is described by.
  /// - Throws: `RegistryError`.
  @discardableResult
  package func upload(
    _ descriptor: Descriptor, _ content: HTTPContent
  ) async throws(RegistryError) -> BlobOutcome {
    if try await hasBlob(descriptor) { return .present }
    var failures = 0
    while true {
      do {
        var upload = BlobUpload(
          repository: self, descriptor: descriptor, content: content,
          place: try await beginUpload("", [.push(path)]).location)
        try await upload.run()
        return .uploaded
      } catch {
        // The answer may have been lost, and the blob not.
        if error.mayPass, try await hasBlob(descriptor) { return .uploaded }
        failures += 1
        guard error.mayPass, failures < registry.settings.retries.attempts else { throw error }
        try await registry.rest(after: failures)
      }
    }
  }

  /// Asks the registry to take a blob over from another of its repositories; returns whether it did.
  package func mount(_ descriptor: Descriptor, from other: String) async throws(RegistryError) -> Bool {
    let query = "?mount=sha256:\(descriptor.digest.hex)&from=\(PercentEncoding.component(other))"
    do {
      let (status, location) = try await beginUpload(query, [.push(path), .pull(other)])
      if status == 201 { return true }
      // The registry began an upload instead, which nobody goes on with here. If it keeps that for a while, so be it.
      var request = request("DELETE", "", pushing: true)
      request.place = location
      request.repetition = .whenTurnedAway
      _ = try? await registry.send(request)
      return false
    } catch {
      // Who may not read there must send the blob.
      switch error {
      case .denied, .unauthorized: return false
      default: throw error
      }
    }
  }

  /// Begins an upload and returns where it goes on.
  private func beginUpload(
    _ query: String, _ scopes: [RegistryScope]
  ) async throws(RegistryError) -> (status: Int, location: String) {
    var request = request("POST", "blobs/uploads/" + query)
    request.scopes = scopes
    request.headers["Content-Length"] = "0"
    let response = try await registry.send(request)
    try response.require(202, 201, from: url("blobs/uploads/"))
    return (response.status, try await location(response))
  }

  /// The address that an upload goes on at.
  func location(_ response: HTTPResponse) async throws(RegistryError) -> String {
    guard let location = response.headers["location"] else {
      // What was mounted is there already.
      if response.status == 201 { return url("blobs/") }
      throw .malformed(url: url("blobs/uploads/"), what: "Location")
    }
    return try await absolute(location)
  }
}
