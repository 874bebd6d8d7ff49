package import Effects

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The network through the program `curl`, 7.74 or later, with neither cookies, caches nor stored credentials.
///
/// One request is one run of the program. It reads all that the request says from its standard input, and content
/// from its own file or from one for this user alone: the list of processes shows nothing of either.
package struct CurlNetwork: Network {
  private let subprocesses: any Subprocesses
  private let files: any Files

  /// The network of the machine, by the variables of this process.
  package init() { self.init(inheriting: ProcessInfo.processInfo.environment) }

  /// The network of the machine.
  ///
  /// - Parameter environment: what curl finds: the `PATH` that leads to it, and what its manual names, such as
  ///   `SSL_CERT_FILE`, `SSL_CERT_DIR`, `HTTPS_PROXY` and `NO_PROXY`. Neither a passphrase nor a private key among
  ///   them is passed on.
  package init(inheriting environment: [String: String]) {
    self.init(
      subprocesses: LiveSubprocesses(inheriting: environment.withoutSecrets),
      files: LiveFiles(temporaryRoot: environment["TMPDIR"] ?? "/tmp"))
  }

  /// A network of whatever answers to the name of `curl` there, and of a place for temporary files.
  package init(subprocesses: any Subprocesses, files: any Files) {
    self.subprocesses = subprocesses
    self.files = files
  }

  package func send(
    _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> HTTPResponse {
    let first = try RequestTarget(request)
    var target = first
    let started = ContinuousClock.now
    for _ in 0...max(request.redirectLimit, 0) {
      let left = request.timeout - started.duration(to: .now) / .seconds(1)
      let (response, redirect) = try await answer(to: target, within: left, handingOn: take)
      guard let next = target.redirected(to: redirect, by: response.status) else {
        return HTTPResponse(
          status: response.status, headers: response.headers, isFromElsewhere: !target.isAtServer(of: first))
      }
      target = next
    }
    throw .tooManyRedirects(url: request.url, limit: request.redirectLimit)
  }

  /// Makes one exchange; a cancelled task ends curl, and waits for its end.
  private func answer(
    to target: RequestTarget, within seconds: Double, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> CurlExchange.Answer {
    let cancellation = Cancellation()
    let exchange = CurlExchange(
      target: target, seconds: seconds, subprocesses: subprocesses, files: files, cancellation: cancellation,
      take: take)
    let outcome = await BlockingCall.outcome(of: exchange.outcome, endedBy: cancellation)
    if Task.isCancelled { throw .cancelled(url: target.request.url) }
    return try outcome.get()
  }
}
