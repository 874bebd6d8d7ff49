import Effects
import HTTPTransport
import Testing

/// A program that ends as told.
private struct Ending: Subprocesses {
  let outcome: Result<SubprocessResult, SubprocessError>

  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult { try outcome.get() }
}

@Suite("The ends of curl")
struct ExitCodeTests {
  private static let url = "http://a/"

  private func error(_ outcome: Result<SubprocessResult, SubprocessError>) async -> NetworkError? {
    let network = CurlNetwork(subprocesses: Ending(outcome: outcome), files: LiveFiles())
    let request = HTTPRequest(
      url: Self.url, timeout: 7, pace: HTTPPace(bytes: 1, seconds: 3), bodyLimit: 9, redirectLimit: 2)
    do throws(NetworkError) { _ = try await network.send(request) } catch { return error }
    return nil
  }

  @Test(
    arguments: [
      (3, .badURL(url)), (6, .unknownHost(url: url)), (7, .refused(url: url)),
      (28, .timedOut(url: url, after: 7)), (47, .tooManyRedirects(url: url, limit: 2)),
      (63, .tooLarge(url: url, limit: 9)), (1, .other(url: url, message: "why")),
      (5, .other(url: url, message: "why")), (56, .other(url: url, message: "why")),
    ] as [(Int32, NetworkError)])
  func `each has its meaning`(code: Int32, meaning: NetworkError) async {
    let said = Array("HTTP/1.1 200 OK\r\n\r\ncurl: (\(code)) why\nMore about it.\n".utf8)
    #expect(await error(.success(SubprocessResult(status: .exited(code), errorOutput: said))) == meaning)
  }

  @Test func `too slow is not too late`() async {
    let said = Array("curl: (28) Operation too slow. Less than 1 bytes/sec\n".utf8)
    let result = SubprocessResult(status: .exited(28), errorOutput: said)
    #expect(await error(.success(result)) == .stalled(url: Self.url, after: 3))
  }

  @Test(arguments: [35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91] as [Int32])
  func `many are about TLS`(code: Int32) async {
    let said = Array("curl: (\(code)) why\nMore about it.\n".utf8)
    let result = SubprocessResult(status: .exited(code), errorOutput: said)
    #expect(await error(.success(result)) == .tls(url: Self.url, message: "why"))
  }

  @Test func `what says nothing is told by its number`() async {
    for (status, words) in [(.exited(2), "curl: exit 2"), (.signalled(9), "curl: signal 9")]
      as [(SubprocessResult.Status, String)]
    {
      #expect(
        await error(.success(SubprocessResult(status: status))) == .other(url: Self.url, message: words))
    }
    let silent = await error(.success(SubprocessResult(status: .exited(0))))
    #expect(silent == .other(url: Self.url, message: "no HTTP response"))
  }

  @Test func `a program that did not run to its end is no response`() async {
    let late = SubprocessResult(status: .signalled(15), didTimeOut: true)
    #expect(await error(.success(late)) == .timedOut(url: Self.url, after: 7))
    #expect(await error(.failure(.programNotFound("curl"))) == .curlMissing(url: Self.url))
    let much = SubprocessError.tooMuchOutput(program: "curl", limit: 1)
    #expect(await error(.failure(much)) == .tooLarge(url: Self.url, limit: 9))
    let locked = SubprocessError.programNotExecutable("curl")
    #expect(await error(.failure(locked)) == .notStarted(url: Self.url, locked))
  }

  @Test(arguments: [
    "", "\r\n", "HTTP/", "HTTP/1.1", "HTTP/1.1 20", "HTTP/1.1 +20 OK", "HTTP/1.1 2000 OK",
    "HTTP/1.1 200 OK\r\nA: b",
  ])
  func `half a head is no response`(said: String) async {
    let result = SubprocessResult(status: .exited(0), errorOutput: Array(said.utf8))
    #expect(await error(.success(result)) == .other(url: Self.url, message: "no HTTP response"))
  }
}
