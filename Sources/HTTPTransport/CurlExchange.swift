internal import Effects

/// One request, and the run of curl that sends it.
struct CurlExchange: Sendable {
  /// What came back: the response, and the absolute URL that it sends us on to.
  typealias Answer = (response: HTTPResponse, redirect: String?)

  let target: RequestTarget
  /// How long it may take.
  let seconds: Double
  let subprocesses: any Subprocesses
  let files: any Files

  /// More than any head is long; the content's own limit may be less.
  private static let headLimit = 1 << 20
  /// After what time curl that does not keep its time is ended, in seconds: a look-up of a name can hold it up.
  private static let grace = 0.5

  private var request: HTTPRequest { target.request }

  /// Sends the request and waits for the response, on this thread.
  func outcome() -> Result<Answer, NetworkError> {
    Result { () throws(NetworkError) in
      guard seconds > 0 else { throw .timedOut(url: request.url, after: request.timeout) }
      return request.body.isEmpty ? try answer(sending: nil) : try withBodyFile(answer)
    }
  }

  /// Keeps the content in a file for this user alone as long as `use` needs it.
  private func withBodyFile(_ use: (String) throws(NetworkError) -> Answer) throws(NetworkError) -> Answer {
    let folder = try stored { () throws(FileError) in try files.temporaryDirectory(prefix: "release-http-") }
    // What cannot be removed changes nothing about the answer.
    defer { try? files.remove(folder) }
    let path = "\(folder)/content"
    try stored { () throws(FileError) in try files.create(request.body, at: path, mode: 0o600) }
    return try use(path)
  }

  private func stored<Value>(_ work: () throws(FileError) -> Value) throws(NetworkError) -> Value {
    do { return try work() } catch { throw .contentNotStored(url: request.url, error) }
  }

  private func answer(sending bodyPath: String?) throws(NetworkError) -> Answer {
    let result = try run(CurlOptions(target, seconds: seconds, bodyPath: bodyPath))
    let report = CurlReport(result.errorOutput)
    if result.didTimeOut { throw .timedOut(url: request.url, after: request.timeout) }
    guard result.status == .exited(0), let head = report.head else {
      throw NetworkError(result.status, report.problem, of: request)
    }
    // With `head`, curl prints there what the report says.
    let body = request.method == "HEAD" ? [] : result.output
    guard body.count <= request.bodyLimit else { throw .tooLarge(url: request.url, limit: request.bodyLimit) }
    return (HTTPResponse(status: head.status, headers: head.fields, body: body), report.redirect)
  }

  /// curl starts nothing itself, and in our own process group an interrupt at the terminal reaches it, too.
  private func run(_ options: CurlOptions) throws(NetworkError) -> SubprocessResult {
    let command = Subprocess(
      argv: ["curl", "--disable", "--config", "-"], input: Array(options.text.utf8),
      timeout: seconds + Self.grace, outputLimit: max(request.bodyLimit, Self.headLimit),
      startsOwnProcessGroup: false)
    do {
      return try subprocesses.run(command)
    } catch .programNotFound {
      throw .curlMissing(url: request.url)
    } catch .tooMuchOutput {
      throw .tooLarge(url: request.url, limit: request.bodyLimit)
    } catch {
      throw .notStarted(url: request.url, error)
    }
  }
}
