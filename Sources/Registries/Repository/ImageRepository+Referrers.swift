internal import Effects
package import OCIImages
package import ReleaseSigning

extension ImageRepository {
  /// Returns what refers to an image: the registry's own list, or that of the tag schema where it keeps none.
  ///
  /// Whoever may push can put anything there: what is read from it must prove itself.
  /// - Parameter artifactType: the only kind that is wanted.
  /// - Throws: `RegistryError`.
  /// Source: OCI distribution-spec 1.1, "Listing Referrers".
  package func referrers(
    of digest: Digest, artifactType: String? = nil
  ) async throws(RegistryError) -> [Descriptor] {
    let query = artifactType.map { "?artifactType=\(PercentEncoding.component($0))" } ?? ""
    let place = "referrers/sha256:\(digest.hex)"
    var request = request("GET", place + query)
    request.headers = ["Accept": MediaType.ociIndex]
    var (found, isList) = ([Descriptor](), true)
    do {
      try await pages(from: request) { response throws(RegistryError) in
        // A page for people, as some servers answer every address with one, is no list.
        guard response.mediaType == MediaType.ociIndex else { return isList = false }
        found += try listed(in: response.body, at: place).filtered(by: artifactType)
        guard found.count <= Self.mostReferrers else { throw .endless(url: url(place)) }
      }
    } catch {
      guard error.meansNoSuchInterface else { throw error }
      isList = false
    }
    if isList { return found }
    return try await fallback(of: digest)?.filtered(by: artifactType) ?? []
  }

  /// More than anybody attaches to one image.
  private static var mostReferrers: Int { 10_000 }

  /// The list of the tag schema; nil: there is none.
  func fallback(of digest: Digest) async throws(RegistryError) -> ReferrersIndex? {
    let place = "manifests/\(ReferrersIndex.fallbackTag(of: digest))"
    var request = request("GET", place)
    request.headers = ["Accept": MediaType.ociIndex]
    let response = try await registry.send(request)
    if response.status == 404 { return nil }
    try response.require(200, from: url(place))
    return try listed(in: response.body, at: place)
  }

  private func listed(in bytes: [UInt8], at place: String) throws(RegistryError) -> ReferrersIndex {
    do { return try ReferrersIndex(parsing: bytes) } catch {
      throw .document(url: url(place), error)
    }
  }
}

extension RegistryError {
  /// Whether a registry answered as those do that keep no list of what refers to an image.
  fileprivate var meansNoSuchInterface: Bool {
    switch self {
    case .notFound, .status(_, 400, _), .status(_, 405, _), .status(_, 501, _): true
    default: false
    }
  }
}
