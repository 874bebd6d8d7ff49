/// The network, as far as HTTP goes.
package protocol Network: Sendable {
  /// Sends a request, hands its response's content on as it comes, whatever the status, and returns the response, whose
  /// own `body` is empty.
  ///
  /// `take` is called by one thread at a time, with `start` first, and no more once this has returned or thrown. While
  /// it works nothing more is received, and no cancellation is noticed. Of a response that did not come whole it may
  /// have got a part.
  /// - Throws: what kept a whole response from coming; a cancelled task gives `cancelled`.
  func send(
    _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> HTTPResponse
}

extension Network {
  /// Sends a request and returns the response with its content, whatever its status.
  ///
  /// - Throws: as ``send(_:handingOn:)`` does.
  package func send(_ request: HTTPRequest) async throws(NetworkError) -> HTTPResponse {
    let content = GatheredContent()
    let response = try await send(request, handingOn: content.take)
    return HTTPResponse(
      status: response.status, headers: response.headers, body: content.bytes,
      isFromElsewhere: response.isFromElsewhere)
  }
}
