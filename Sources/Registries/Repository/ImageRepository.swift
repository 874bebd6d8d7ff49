internal import Effects
package import OCIImages
internal import ReleaseSigning

/// The images of one name in a registry.
package struct ImageRepository: Sendable {
  /// The registry that it is in.
  package let registry: Registry
  /// The registry and the path: `registry.example/acme/api`.
  package let name: String
  /// The path: `acme/api`.
  let path: String

  /// The repository of an image.
  package init(of image: ImageName, in registry: Registry) {
    self.registry = registry
    name = image.familiar
    path = image.repository
  }

  /// A request about what is in the repository.
  func request(_ method: String = "GET", _ rest: String, pushing: Bool = false) -> RegistryRequest {
    RegistryRequest(
      method: method, place: "\(path)/\(rest)", scopes: [pushing ? .push(path) : .pull(path)])
  }

  /// The address of what is in the repository, for those who read an error.
  func url(_ rest: String) -> String { "\(registry.name)/v2/\(path)/\(rest)" }

  /// Returns the absolute address that a field of a response leads to.
  ///
  /// The registry's own host is never spoken to in a less safe way than before, whatever it says behind a proxy.
  func absolute(_ location: String) async throws(RegistryError) -> String {
    let base = try await registry.base()
    if location.utf8.first == UInt8(ascii: "/") { return base + location }
    let plain = "http://\(registry.host)"
    if base.utf8.starts(with: "https:".utf8), location.utf8.starts(with: (plain + "/").utf8) {
      return base + location.dropFirst(plain.count)
    }
    guard location.utf8.starts(with: "https://".utf8) || location.utf8.starts(with: "http://".utf8) else {
      throw .malformed(url: url(""), what: "Location")
    }
    return location
  }
}
