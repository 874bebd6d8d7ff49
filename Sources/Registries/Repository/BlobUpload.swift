internal import Effects
internal import OCIImages
internal import ReleaseSigning

/// One upload of a blob, in one request or in pieces, taken up again where a connection broke off.
///
/// Source: OCI distribution-spec, "Pushing blobs".
struct BlobUpload {
  let repository: ImageRepository
  let descriptor: Descriptor
  let content: HTTPContent
  /// Where the next request goes.
  var place: String

  /// What goes up together with the digest, in bytes: one round trip less, and cheap to send again.
  private static let monolithic: Int64 = 4 << 20

  private var settings: RegistrySettings { repository.registry.settings }

  /// Sends the blob to its end.
  ///
  /// - Throws: `RegistryError`.
  mutating func run() async throws(RegistryError) {
    if descriptor.size <= min(Self.monolithic, settings.chunk ?? Self.monolithic) {
      return try await finish(with: content)
    }
    var (offset, farthest, failures) = (Int64(0), Int64(0), 0)
    while offset < descriptor.size {
      do { offset = try await send(from: offset) } catch {
        // A registry that has forgotten the upload wants it from the start.
        guard error.mayPass, let known = try await progress() else { throw error }
        offset = known
      }
      failures = offset > farthest ? 0 : failures + 1
      farthest = max(farthest, offset)
      guard failures < settings.retries.attempts else {
        throw .uploadStuck(url: repository.url("blobs/uploads/"), at: offset, of: descriptor.size)
      }
      if failures > 0 { try await repository.registry.rest(after: failures) }
    }
    try await finish(with: [])
  }

  /// Sends the next piece and returns how far the registry has got.
  private mutating func send(from offset: Int64) async throws(RegistryError) -> Int64 {
    let end = min(descriptor.size, offset + (settings.chunk ?? descriptor.size))
    var request = request("PATCH").moving(end - offset)
    request.body = content.part(offset..<end)
    request.headers = [
      "Content-Type": "application/octet-stream", "Content-Range": "\(offset)-\(end - 1)",
    ]
    let response = try await repository.registry.send(request)
    if response.status == 416, let known = try await progress() { return known }
    try response.require(202, 204, 201, from: repository.url("blobs/uploads/"))
    place = try await repository.location(response)
    return response.received ?? end
  }

  /// Asks how far the registry has got; nil: it knows nothing of the upload.
  private mutating func progress() async throws(RegistryError) -> Int64? {
    var request = request("GET")
    request.repetition = .always
    let response = try await repository.registry.send(request)
    if response.status == 404 { return nil }
    try response.require(204, 202, 200, from: repository.url("blobs/uploads/"))
    if response.headers["location"] != nil { place = try await repository.location(response) }
    return min(response.received ?? 0, descriptor.size)
  }

  /// Ends the upload: the registry compares the digest.
  private func finish(with content: HTTPContent) async throws(RegistryError) {
    var request = request("PUT").moving(content.count)
    let mark = place.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    request.place += "\(mark)digest=sha256:\(descriptor.digest.hex)"
    request.body = content
    request.headers["Content-Type"] = "application/octet-stream"
    if content.isEmpty { request.headers["Content-Length"] = "0" }
    let response = try await repository.registry.send(request)
    try response.require(201, 204, from: repository.url("blobs/uploads/"))
  }

  /// A request of this upload; what it sends is not known to be there when no answer comes.
  private func request(_ method: String) -> RegistryRequest {
    var request = repository.request(method, "", pushing: true)
    request.place = place
    request.repetition = .whenTurnedAway
    return request
  }
}

extension HTTPResponse {
  /// How many bytes of an upload the registry has: `Range: 0-1023` speaks of 1,024, and `0-0` of none.
  fileprivate var received: Int64? {
    guard let range = headers["range"] else { return nil }
    let text = range.utf8.starts(with: "bytes=".utf8) ? range.dropFirst(6) : range[...]
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[0] == "0", let last = Int64(parts[1]), last >= 0, last < .max else {
      return nil
    }
    return last == 0 ? 0 : last + 1
  }
}
