/// The network, as far as HTTP goes.
package protocol Network: Sendable {
  /// Sends a request and returns the response, whatever its status.
  ///
  /// - Throws: what kept a whole response from coming; a cancelled task gives `cancelled`.
  func send(_ request: HTTPRequest) async throws(NetworkError) -> HTTPResponse
}
