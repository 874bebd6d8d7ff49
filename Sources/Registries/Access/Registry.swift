package import Effects
package import OCIImages
internal import ReleaseSigning

/// A registry that speaks the OCI Distribution protocol: where it is, what it was told, and when to ask again.
package actor Registry {
  /// As it stands in names of images: `registry.example:5000`, `docker.io`.
  package nonisolated let name: String
  nonisolated let world: World
  nonisolated let settings: RegistrySettings
  nonisolated let host: String
  nonisolated let isLoopback: Bool
  private(set) var authorization = Authorization.none
  private var foundBase: String?

  /// The registry of an image.
  package init(of image: ImageName, in world: World, _ settings: RegistrySettings) {
    name = image.registry
    host = image.host
    isLoopback = image.isLoopback
    self.world = world
    self.settings = settings
  }

  /// Sends a request and returns the response, whatever its status but 401; credentials are had when the registry asks for
  /// them, and what passes is tried again.
  func send(
    _ request: RegistryRequest, handingOn take: (@Sendable (HTTPPiece) -> Void)? = nil
  ) async throws(RegistryError) -> HTTPResponse {
    let base = try await base()
    let url = request.isAbsolute ? request.place : "\(base)/v2/\(request.place)"
    let isOwn = isOwn(url, base)
    guard isOwn || isSafe(url, besides: base) else { throw .unsafeAddress(url, from: base) }
    var logins = 0
    while true {
      let shown = isOwn ? authorization.shown(for: request.scopes) : nil
      let response = try await insist(
        on: request.sent(to: url, showing: shown?.field, trust: isOwn ? trust : nil), request.repetition, take
      )
      guard response.status == 401 else { return response }
      // Who answers in the registry's place, after a redirect, is told nothing.
      guard isOwn, !response.isFromElsewhere, logins < 2 else {
        throw .unauthorized(url: url, hadCredentials: shown?.isOfCredentials ?? false, said: response.said)
      }
      logins += 1
      try await logIn(response, after: shown?.field, for: request, url: url, base: base)
    }
  }

  /// Where the registry is; found out once.
  func base() async throws(RegistryError) -> String {
    if let foundBase { return foundBase }
    let base = try await findBase()
    foundBase = base
    return base
  }

  /// Takes a token to those that the registry is shown.
  func learn(_ token: Authorization.Token, for scopes: [RegistryScope]) {
    authorization.add(token, for: scopes)
  }

  /// Shows the registry a value from now on.
  func learn(_ value: String) { authorization = .fixed(value) }
}
