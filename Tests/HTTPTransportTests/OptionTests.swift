import Effects
import HTTPTransport
import Synchronization
import Testing

/// A program that says one text after the other, and remembers how it was run.
private final class Recorder: Subprocesses {
  private let texts: Mutex<[String]>
  private let seen = Mutex<[Subprocess]>([])

  init(saying texts: [String]) { self.texts = Mutex(texts) }

  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    seen.withLock { $0.append(command) }
    let text = texts.withLock { $0.removeFirst() }
    return SubprocessResult(status: .exited(0), errorOutput: Array(text.utf8))
  }

  var commands: [Subprocess] { seen.withLock { $0 } }

  /// What the program read in each run, by lines.
  var inputs: [[Substring]] {
    commands.map { String(decoding: $0.input, as: UTF8.self).split(separator: "\n") }
  }
}

@Suite("What curl is told")
struct OptionTests {
  private static let found = "HTTP/1.1 200 OK\r\n\r\n"

  private func told(_ request: HTTPRequest, _ texts: String...) async throws -> Recorder {
    let recorder = Recorder(saying: texts + [Self.found])
    var request = request
    // A machine that is busy with other tests may take longer than a request has by default.
    if request.timeout == 30 { request.timeout = 600 }
    _ = try await CurlNetwork(subprocesses: recorder, files: LiveFiles()).send(request)
    return recorder
  }

  @Test func `all of it, and on the standard input`() async throws {
    let request = HTTPRequest(
      method: "PUT", url: "HTTPS://A.example:8443/x\"?y", headers: ["B": "\t\"\\", "Accept": "z", "C": ""],
      timeout: 1e9, bodyLimit: 77)
    let recorder = try await told(request)
    #expect(
      recorder.inputs == [
        [
          "silent", "show-error", "globoff", "path-as-is", "suppress-connect-headers",
          "proto = \"=http,https\"", "proto-redir = \"=http,https\"", "dump-header = \"/dev/stderr\"",
          "max-time = \"1000000000.000\"", "connect-timeout = \"1000000000.000\"",
          "url = \"https://A.example:8443/x%22?y\"", "request = \"PUT\"", "max-filesize = \"77\"",
          "data-binary = \"\"", "header = \"Content-Type:\"",
          "header = \"Expect:\"", "header = \"Accept-Encoding: identity\"",
          "header = \"Accept: z\"",
          #"header = "B: \t\"\\""#, "header = \"C;\"",
        ]
      ])
    #expect(recorder.commands.map(\.argv) == [["curl", "--disable", "--config", "-"]])
    #expect(recorder.commands.allSatisfy { ($0.timeout ?? 0) > 1e8 && $0.environment == nil })
  }

  @Test(arguments: [1e-9, 0.0015, 0.5, 12, 1e9, 1e300, .infinity])
  func `the time that is left, and never 0, which is time without end`(seconds: Double) async throws {
    // A limit this short can be over before anything is run.
    guard let recorder = try? await told(HTTPRequest(url: "http://a/", timeout: seconds)) else { return }
    let line = try #require(recorder.inputs.first?.first { $0.hasPrefix("max-time") })
    let value = try #require(Double(line.split(separator: "\"")[1]))
    #expect(value > 0 && value <= min(seconds, 1e9) + 0.001)
    #expect(value > min(seconds, 1e9) - 10)
  }

  @Test func `the same name over TLS is another server`() async throws {
    let request = HTTPRequest(url: "http://a/", headers: ["Authorization": "b"], redirectLimit: 1)
    let recorder = try await told(request, "HTTP/1.1 301 Moved\r\n\r\n\nredirect https://a/\n")
    let fields = recorder.inputs.map { $0.filter { $0.hasPrefix("header = \"Auth") } }
    #expect(fields == [["header = \"Authorization: b\""], []])
  }

  @Test func `only the last line says where a redirect leads to`() async throws {
    let head = "HTTP/1.1 302 Found\r\nredirect http://evil/\r\n\r\n"
    let request = HTTPRequest(url: "http://a/", redirectLimit: 1)
    for end in [
      "", "\nredirect \n", "\nredirect /x\n", "\nredirect ftp://a/\n", "\nredirect http://a/\nX: y\n",
    ] {
      #expect(try await told(request, head + end).commands.count == 1)
    }
    #expect(
      try await told(request, head + "\nredirect http://b/\n").inputs.last?.contains("url = \"http://b/\"")
        == true)
  }

  @Test func `a pace in whole seconds, and none without bytes`() async throws {
    func lines(_ pace: HTTPPace?) async throws -> [Substring] {
      try await told(HTTPRequest(url: "http://a/", pace: pace)).inputs[0].filter { $0.hasPrefix("speed") }
    }
    #expect(
      try await lines(HTTPPace(bytes: 7, seconds: 2.1)) == ["speed-limit = \"7\"", "speed-time = \"3\""])
    #expect(try await lines(nil) == [])
    #expect(try await lines(HTTPPace(bytes: 0, seconds: 9)) == [])
    for seconds in [-.infinity, -1, 0, .nan, 0.1] {
      #expect(try await lines(HTTPPace(bytes: 1, seconds: seconds)).last == "speed-time = \"1\"")
    }
    #expect(
      try await lines(HTTPPace(bytes: 1, seconds: .infinity)).last == "speed-time = \"1000000000\"")
  }

  @Test func `trust, without a passphrase and without other authorities`() async throws {
    let trust = HTTPTrust(authorities: "/a", certificate: #"b:c\d"#, key: "/e:f")
    let lines = try await told(HTTPRequest(url: "https://a/", trust: trust)).inputs[0]
    #expect(
      lines.filter { $0.contains(/^(ca|cert|pass|key)/) } == [
        #"cacert = "/a""#, #"capath = "/dev/null""#, #"cert = "b\\:c\\\\d""#, #"pass = """#, #"key = "/e:f""#,
      ])
  }

  @Test func `the file itself where all of it is sent, else a copy`() async throws {
    let folder = try LiveFiles().temporaryDirectory(prefix: "options-")
    defer { try? LiveFiles().remove(folder) }
    try LiveFiles().create([1, 2, 3], at: "\(folder)/a", mode: 0o600)
    func lines(_ range: Range<Int64>, _ url: String = "http://a/x") async throws -> [Substring] {
      let request = HTTPRequest(method: "PUT", url: url, body: .file(path: "\(folder)/a", range: range))
      return try await told(request).inputs[0].filter { $0.contains(/^(upload|continue|data)/) }
    }
    let itself = "upload-file = \"\(folder)/a\""
    #expect(try await lines(0..<3) == [itself[...]])
    #expect(try await lines(3..<3) == ["data-binary = \"\""])
    let others: [(Range<Int64>, String)] = [
      (0..<2, "http://a/x"), (2..<3, "http://a/x"), (0..<3, "http://a"), (1..<3, "http://a/x/?y#z"),
    ]
    for (range, url) in others {
      let copied = try await lines(range, url)
      #expect(copied.count == 1 && copied[0].hasSuffix("/content\\\\\"") && !copied[0].contains(folder))
    }
  }

  @Test func `redirects share the time of the request`() async throws {
    let found = "HTTP/1.1 302 Found\r\n\r\n\nredirect http://a/\n"
    let request = HTTPRequest(url: "http://a/", timeout: 10_000, redirectLimit: 3)
    let times = try await told(request, found, found).commands.compactMap(\.timeout)
    #expect(times.count == 3 && times == times.sorted(by: >) && Set(times).count == 3)
  }
}
