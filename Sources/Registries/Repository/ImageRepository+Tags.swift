internal import Effects
internal import StrictJSON

extension ImageRepository {
  /// Returns the names of all tags, as the registry orders them.
  ///
  /// - Throws: `RegistryError`; `endless` beyond 1,000 pages or 1,000,000 names.
  package func tags() async throws(RegistryError) -> [String] {
    var tags: [String] = []
    try await pages(from: request("GET", "tags/list?n=1000")) { response throws(RegistryError) in
      do {
        // A repository without tags has `null` there.
        tags += try JSONCursor(JSONValue(parsing: response.body)).optional("tags")?.strings() ?? []
      } catch { throw .malformed(url: url("tags/list"), what: "list of tags") }
      guard tags.count <= 1_000_000 else { throw .endless(url: url("tags/list")) }
    }
    return tags
  }

  /// Reads a list page by page (RFC 8288, `rel="next"`); a page that comes twice is the end of our patience.
  func pages(
    from first: RegistryRequest, _ take: (HTTPResponse) throws(RegistryError) -> Void
  ) async throws(RegistryError) {
    var (request, seen) = (first, Set([first.place]))
    let url = "\(registry.name)/v2/\(first.place)"
    while true {
      let response = try await registry.send(request)
      try response.require(200, from: url)
      try take(response)
      guard let next = response.headers["link"].flatMap(LinkHeader.next) else { return }
      request.place = try await absolute(next)
      guard seen.insert(request.place).inserted, seen.count <= 1_000 else {
        throw .endless(url: url)
      }
      guard await registry.isOwn(request.place, try registry.base()) else {
        throw .unsafeAddress(request.place, from: try await registry.base())
      }
    }
  }
}
