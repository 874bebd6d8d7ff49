internal import Effects

/// One request, and the run of curl that sends it.
struct CurlExchange: Sendable {
  /// What came back: the response without its content, and the absolute URL that it sends us on to.
  typealias Answer = (response: HTTPResponse, redirect: String?)

  let target: RequestTarget
  /// How long it may take.
  let seconds: Double
  let subprocesses: any Subprocesses
  let files: any Files
  /// What ends curl early.
  let cancellation: Cancellation
  /// What the content is handed on to.
  let take: @Sendable (HTTPPiece) -> Void

  /// More than any head is long; the content's own limit may be less.
  private static let headLimit = 1 << 20
  /// After what time curl that does not keep its time is ended, in seconds: a look-up of a name can hold it up.
  private static let grace = 0.5

  private var request: HTTPRequest { target.request }
  private var isTooLarge: NetworkError { .tooLarge(url: request.url, limit: request.bodyLimit) }

  /// Sends the request and waits for the response, on this thread.
  func outcome() -> Result<Answer, NetworkError> {
    Result { () throws(NetworkError) in
      guard seconds > 0 else { throw .timedOut(url: request.url, after: request.timeout) }
      take(.start)
      let store = ContentStore(target: target, files: files)
      return try store.withFile { path throws(NetworkError) in try answer(sending: path) }
    }
  }

  private func answer(sending contentPath: String?) throws(NetworkError) -> Answer {
    let result = try run(CurlOptions(target, seconds: seconds, contentPath: contentPath))
    let report = CurlReport(result.errorOutput)
    if result.didTimeOut { throw .timedOut(url: request.url, after: request.timeout) }
    guard result.status == .exited(0), let head = report.head else {
      throw NetworkError(result.status, report.problem, of: request)
    }
    return (HTTPResponse(status: head.status, headers: head.fields), report.redirect)
  }

  /// curl starts nothing itself, and in our own process group an interrupt at the terminal reaches it, too.
  private func run(_ options: CurlOptions) throws(NetworkError) -> SubprocessResult {
    let command = Subprocess(
      argv: ["curl", "--disable", "--config", "-"], input: Array(options.text.utf8),
      timeout: seconds + Self.grace, outputLimit: max(request.bodyLimit, Self.headLimit),
      startsOwnProcessGroup: false, cancellation: cancellation)
    var size = 0
    let result = try run(command) { piece in
      // With `head`, curl prints there what the report says.
      if request.method == "HEAD" { return }
      size += piece.count
      if size > request.bodyLimit { return cancellation.request() }
      take(.content(piece))
    }
    guard size <= request.bodyLimit else { throw isTooLarge }
    return result
  }

  private func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(NetworkError) -> SubprocessResult {
    do {
      return try subprocesses.run(command, handingOn: take)
    } catch .programNotFound {
      throw .curlMissing(url: request.url)
    } catch .tooMuchOutput {
      throw isTooLarge
    } catch {
      throw .notStarted(url: request.url, error)
    }
  }
}
