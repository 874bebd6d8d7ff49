package import Effects

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The network through the program `curl`, 7.74 or later, with neither cookies, caches nor stored credentials.
///
/// One request is one run of the program. It reads all that the request says from its standard input, and content
/// from a file for this user alone: the list of processes shows nothing of either.
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

  /// Sends a request and returns the response, whatever its status.
  ///
  /// When the task is cancelled this returns at once; the program that was started ends by itself, when the
  /// request's time is over at the latest.
  /// - Throws: what kept a whole response from coming; a cancelled task gives `cancelled`.
  package func send(_ request: HTTPRequest) async throws(NetworkError) -> HTTPResponse {
    var target = try RequestTarget(request)
    let started = ContinuousClock.now
    for _ in 0...max(request.redirectLimit, 0) {
      let exchange = CurlExchange(
        target: target, seconds: request.timeout - started.duration(to: .now) / .seconds(1),
        subprocesses: subprocesses, files: files)
      guard let outcome = await BlockingCall.outcome(of: exchange.outcome) else {
        throw .cancelled(url: target.request.url)
      }
      let (response, redirect) = try outcome.get()
      guard let next = target.redirected(to: redirect, by: response.status) else { return response }
      target = next
    }
    throw .tooManyRedirects(url: request.url, limit: request.redirectLimit)
  }
}
