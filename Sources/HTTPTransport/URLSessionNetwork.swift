package import Effects

/// The network through `URLSession`, with neither cookies, caches nor stored credentials.
package struct URLSessionNetwork: Network {
  /// The network of the machine.
  package init() {}

  package func send(_ request: HTTPRequest) async throws(NetworkError) -> HTTPResponse {
    var target = try RequestTarget(request)
    let started = ContinuousClock.now
    for _ in 0...max(request.redirectLimit, 0) {
      let elapsed = started.duration(to: .now) / .seconds(1)
      let response = try await Exchange(target).response(within: request.timeout - elapsed)
      guard request.redirectLimit > 0, let next = target.redirected(by: response) else { return response }
      target = next
    }
    throw .tooManyRedirects(url: request.url, limit: request.redirectLimit)
  }
}
