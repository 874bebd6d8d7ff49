import Effects
import Synchronization

/// A network of registries that exist nowhere: each request is recorded and answered by a script.
final class ScriptedNetwork: Network {
  private let sent = Mutex<[HTTPRequest]>([])
  private let script: @Sendable (HTTPRequest) throws(NetworkError) -> HTTPResponse

  init(_ script: @escaping @Sendable (HTTPRequest) throws(NetworkError) -> HTTPResponse) {
    self.script = script
  }

  /// What was asked so far.
  var requests: [HTTPRequest] { sent.withLock { $0 } }

  func send(
    _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> HTTPResponse {
    sent.withLock { $0.append(request) }
    await Task.yield()
    let response = try script(request)
    take(.start)
    if !response.body.isEmpty { take(.content(response.body[...])) }
    return HTTPResponse(status: response.status, headers: response.headers)
  }
}

/// A network that waits for nothing longer than a moment.
struct HastyNetwork: Network {
  let network: any Network
  var timeout = 1.5
  var pace: HTTPPace?

  func send(
    _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> HTTPResponse {
    var request = request
    if request.pace != nil, let pace { request.pace = pace } else { request.timeout = timeout }
    return try await network.send(request, handingOn: take)
  }
}

/// Counts from 1.
final class Counter: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
