package import Effects
package import OCIImages
internal import ReleaseSigning

extension ImageRepository {
  /// Returns a small blob; its bytes have the digest and the length that it is described by.
  ///
  /// - Throws: `RegistryError`; `sizeMismatch` for one that is described as longer than `limit` bytes.
  package func blob(_ descriptor: Descriptor, limit: Int = 4 << 20) async throws(RegistryError) -> [UInt8] {
    let place = "blobs/sha256:\(descriptor.digest.hex)"
    guard descriptor.size <= limit else {
      throw .sizeMismatch(url: url(place), expected: Int64(limit), found: descriptor.size)
    }
    var request = request("GET", place)
    request.limit = limit
    let response = try await registry.send(request)
    try response.require(200, from: url(place))
    try check(Digest.sha256(response.body), Int64(response.body.count), of: descriptor)
    return response.body
  }

  /// Reads a blob of any length to its end, and refuses it unless it has the digest and the length that it is described by.
  ///
  /// A connection that breaks is taken up again where it broke off (RFC 9110, section 14).
  package func verifyBlob(_ descriptor: Descriptor) async throws(RegistryError) {
    try await receive(descriptor, into: BlobReception())
  }

  /// Puts a blob of any length into a new file, checked as by ``verifyBlob(_:)``.
  package func download(
    _ descriptor: Descriptor, to path: String, _ files: any Files
  ) async throws(RegistryError) {
    let problem = FirstProblem()
    let reception = BlobReception { bytes, place in
      // An answer that is no blob may be longer than one.
      let fitting = bytes.prefix(Int(max(0, descriptor.size - place)))
      problem.keep { () throws(FileError) in try files.write(fitting, at: place, of: path) }
    }
    try await receive(descriptor, into: reception)
    if let error = problem.error { throw .file(error) }
  }

  private func receive(_ descriptor: Descriptor, into reception: BlobReception) async throws(RegistryError) {
    var (failures, farthest, mayBeginAnew) = (0, Int64(0), true)
    while true {
      let begin = reception.goOn()
      let broken = try await part(of: descriptor, from: begin, into: reception)
      let problem: RegistryError
      if let broken, reception.count < descriptor.size {
        problem = broken
      } else {
        do { return try check(reception.digest, reception.count, of: descriptor) } catch {
          // Pieces of several answers may not have belonged together: one more attempt, in one piece.
          guard begin > 0, mayBeginAnew else { throw error }
          (problem, mayBeginAnew) = (error, false)
        }
        reception.startAnew()
      }
      failures = reception.count > farthest ? 1 : failures + 1
      farthest = max(farthest, reception.count)
      guard failures < registry.settings.retries.attempts else { throw problem }
      try await registry.rest(after: failures)
    }
  }

  /// Receives a blob from an offset on, and returns what broke it off before its end.
  private func part(
    of descriptor: Descriptor, from begin: Int64, into reception: BlobReception
  ) async throws(RegistryError) -> RegistryError? {
    var request = request("GET", "blobs/sha256:\(descriptor.digest.hex)").moving(descriptor.size)
    request.repetition = .whenAnswered
    request.limit = max(Int(descriptor.size - begin), 1 << 16)
    if begin > 0 { request.headers["Range"] = "bytes=\(begin)-" }
    let response: HTTPResponse
    do { response = try await registry.send(request) { reception.take($0) } } catch {
      guard case .network(let problem) = error else { throw error }
      // More than the rest is the whole.
      if begin > 0, case .tooLarge = problem { return without(parts: descriptor, reception) }
      guard registry.settings.retries.passes(problem) else { throw error }
      return error
    }
    if begin > 0, response.status == 200 || response.status == 416 {
      return without(parts: descriptor, reception)
    }
    try response.require(200, 206, from: url(of: descriptor))
    let isRest = response.headers["content-range"]?.utf8.starts(with: "bytes \(begin)-".utf8) == true
    return begin == 0 || isRest ? nil : without(parts: descriptor, reception)
  }

  /// Forgets what has come, of a blob that comes in one piece only.
  private func without(parts descriptor: Descriptor, _ reception: BlobReception) -> RegistryError {
    reception.startAnew()
    return .malformed(url: url(of: descriptor), what: "part of a blob")
  }

  private func check(_ found: Digest, _ count: Int64, of descriptor: Descriptor) throws(RegistryError) {
    let url = url(of: descriptor)
    guard count == descriptor.size else {
      throw .sizeMismatch(url: url, expected: descriptor.size, found: count)
    }
    guard found == descriptor.digest else {
      throw .digestMismatch(url: url, expected: descriptor.digest, found: found)
    }
  }

  func url(of blob: Descriptor) -> String { url("blobs/sha256:\(blob.digest.hex)") }
}
