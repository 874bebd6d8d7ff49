import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP requests", .timeLimit(.minutes(20)))
struct RequestTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  private func echo(_ request: HTTPRequest) async throws -> Echo {
    try await Echo(of: request, through: network)
  }

  @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE"])
  func `method, fields and content arrive`(method: String) async throws {
    let body = method == "GET" ? [] : [UInt8](repeating: 3, count: 300_000)
    let request = HTTPRequest(
      method: method, url: server.plain + "/echo?a=b%20c", headers: ["X-One": "1 é", "accept": "x/y"],
      body: .bytes(body))
    let echo = try await echo(request)
    #expect((echo.method, echo.length, echo.sum) == (method, body.count, 3 * body.count))
    #expect((echo.fields["accept"], echo.query) == ("x/y", "a=b%20c"))
    // The server reads the bytes of a field as Latin-1.
    #expect(echo.fields["x-one"] == "1 Ã©")
  }

  @Test func `more than a megabyte of any bytes arrives, and without waiting for leave`() async throws {
    let body = (0..<1_100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ ($0 >> 8)) }
    let echo = try await echo(HTTPRequest(method: "POST", url: server.plain + "/echo", body: .bytes(body)))
    #expect((echo.length, echo.sum) == (body.count, body.reduce(0) { $0 + Int($1) }))
    #expect((echo.fields["expect"], echo.fields["content-type"]) == (nil, nil))
  }

  @Test(arguments: ["POST", "PUT", "PATCH"]) func `no content is said to be none`(method: String) async throws
  {
    let echo = try await echo(HTTPRequest(method: method, url: server.plain + "/echo"))
    #expect((echo.method, echo.length, echo.fields["content-length"]) == (method, 0, "0"))
  }

  @Test(arguments: [
    #"a "quoted" word"#, #"back\slash \" \\ \n"#, "tab\there", "# no comment", "'", "@/etc/passwd",
    "$HOME `id`",
    "-o x", "{a,b}[1-3]",
  ])
  func `a value arrives as it is`(value: String) async throws {
    let echo = try await echo(HTTPRequest(url: server.plain + "/echo", headers: ["X-Value": value]))
    #expect(echo.fields["x-value"] == value)
  }

  @Test func `an empty field arrives empty`() async throws {
    let echo = try await echo(HTTPRequest(url: server.plain + "/echo", headers: ["X-A": "", "X-B": " \t"]))
    #expect((echo.fields["x-a"], echo.fields["x-b"]) == ("", ""))
  }

  @Test(
    arguments: [
      ("/./a/../echo?x", nil), ("/echo?{1,2}[3-4]", "{1,2}[3-4]"), ("/echo?\"\\", "%22%5C"),
      ("/echo?a b é", "a%20b%20%C3%A9"), ("/echo?%41#part", "%41"),
    ] as [(String, String?)])
  func `a path arrives as it is, what it may not hold percent-encoded`(path: String, query: String?)
    async throws
  {
    let request = HTTPRequest(url: server.plain + path)
    guard let query else {
      #expect(try await network.send(request).status == 404)
      return
    }
    let arrived = try await echo(request).query.replacing("%7B", with: "{").replacing("%7D", with: "}")
    #expect(arrived == query)
  }

  @Test(arguments: [
    "", "/path", "127.0.0.1", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http:///x",
    "javascript:1",
    "http:/127.0.0.1/", "http://:80/", "http://a b/", "http://a\\b/", "http://a:x/", "http://a:99999/",
    "http://a:+1/", "http://u@/", "http://[/", "http://[]/", "http://[::1]x/", "http://a]/",
    "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/\n", "http://127.0.0.1/\0", "http://127.0.0.1\u{7F}/",
    "-o/tmp/x", "@x", " http://127.0.0.1/",
  ])
  func `what is no URL of the web is refused`(url: String) async {
    await #expect(throws: NetworkError.badURL(url)) { try await network.send(HTTPRequest(url: url)) }
  }

  @Test(arguments: ["A\r\nB", "A B", "", "A:", "é", "A\0", "@file", "A;"])
  func `a field cannot break out of its line`(name: String) async {
    let url = server.plain
    await #expect(throws: NetworkError.badField(url: url, name: name)) {
      try await network.send(HTTPRequest(url: url, headers: [name: "x"]))
    }
    await #expect(throws: NetworkError.badField(url: url, name: "A")) {
      try await network.send(HTTPRequest(url: url, headers: ["A": "x\r\n" + name]))
    }
    await #expect(throws: NetworkError.badField(url: url, name: name)) {
      try await network.send(HTTPRequest(method: name, url: url))
    }
  }
}
