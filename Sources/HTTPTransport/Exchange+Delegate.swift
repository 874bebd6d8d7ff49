internal import Effects
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import Foundation
  internal import FoundationNetworking
#else
  internal import Foundation
#endif

extension Exchange: URLSessionDataDelegate {
  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    state.withLock { $0.head = response as? HTTPURLResponse }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let limit = request.bodyLimit
    let isWithinLimit = state.withLock { state in
      guard !state.isOver else { return true }
      guard data.count <= limit - state.body.count else { return false }
      state.body += data
      return true
    }
    if !isWithinLimit { finish(.failure(.tooLarge(url: request.url, limit: limit))) }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    state.withLock { $0.head = response }
    completionHandler(nil)
  }

  #if canImport(FoundationNetworking)
    // A demand for credentials is an answer like any other. This library makes it when the response is
    // whole, and its default handling then never ends (swiftlang/swift-corelibs-foundation#5456): it is
    // ended here instead.
    func urlSession(
      _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
      completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
      finish(answer)
      completionHandler(.cancelAuthenticationChallenge, nil)
    }
  #endif

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    guard let error else { return finish(answer) }
    finish(.failure(NetworkError(error, url: request.url, after: request.timeout)))
  }

  private var answer: Outcome {
    let (head, body) = state.withLock { ($0.head, $0.body) }
    guard let head else { return .failure(.other(url: request.url, message: "no HTTP response")) }
    return .success(HTTPResponse(head, body: body))
  }
}
