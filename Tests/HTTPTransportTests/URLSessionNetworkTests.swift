import Effects
import Foundation
import HTTPTransport
import Testing

/// What the server's `/echo` tells of a request.
private struct Echo: Decodable {
  let method: String
  let fields: [String: String]
  let length: Int
  let sum: Int
  let query: String
}

@Suite("HTTP", .timeLimit(.minutes(2)))
struct URLSessionNetworkTests {
  let network = URLSessionNetwork()
  let server: Server

  init() throws { server = try Server.shared.get() }

  private func get(_ path: String, timeout: Double = 20, limit: Int = 1 << 20) async throws -> HTTPResponse {
    try await network.send(HTTPRequest(url: server.plain + path, timeout: timeout, bodyLimit: limit))
  }

  private func echo(_ request: HTTPRequest) async throws -> Echo {
    try JSONDecoder().decode(Echo.self, from: Data(try await network.send(request).body))
  }

  @Test(arguments: [200, 201, 400, 401, 403, 404, 429, 500, 503])
  func `every status is an answer, with its fields and content`(status: Int) async throws {
    let response = try await get("/status?\(status)")
    #expect(response.status == status)
    #expect(response.headers["x-custom"] == "Value")
    #expect(response.body == Array("body of \(status)".utf8))
  }

  @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE"])
  func `method, fields and content arrive`(method: String) async throws {
    let body = method == "GET" ? [] : [UInt8](repeating: 3, count: 300_000)
    let request = HTTPRequest(
      method: method, url: server.plain + "/echo?a=b%20c", headers: ["X-One": "1 é", "accept": "x/y"],
      body: body)
    let echo = try await echo(request)
    #expect((echo.method, echo.length, echo.sum) == (method, body.count, 3 * body.count))
    #expect((echo.fields["accept"], echo.query) == ("x/y", "a=b%20c"))
  }

  @Test func `a head has no content`() async throws {
    let response = try await network.send(HTTPRequest(method: "HEAD", url: server.plain + "/big?1000"))
    #expect((response.status, response.body) == (200, []))
    #expect(response.headers["content-length"] == "1000")
  }

  @Test func `a redirect is not followed unasked`() async throws {
    let response = try await get("/redirect?/echo")
    #expect((response.status, response.headers["location"]) == (302, "/echo"))
  }

  @Test func `a redirect is followed as often as asked`() async throws {
    let url = server.plain + "/redirect?/redirect?/status?200"
    #expect(try await network.send(HTTPRequest(url: url, redirectLimit: 2)).status == 200)
    await #expect(throws: NetworkError.tooManyRedirects(url: url, limit: 1)) {
      try await network.send(HTTPRequest(url: url, redirectLimit: 1))
    }
    await #expect(throws: NetworkError.tooManyRedirects(url: server.plain + "/loop", limit: 5)) {
      try await network.send(HTTPRequest(url: server.plain + "/loop", redirectLimit: 5))
    }
  }

  @Test func `credentials stay with the server they are for`() async throws {
    let other = server.plain.replacing("127.0.0.1", with: "localhost") + "/echo"
    let headers = ["Authorization": "Bearer secret", "Cookie": "a=b", "X-Plain": "1"]
    let there = try await echo(
      HTTPRequest(url: server.plain + "/redirect?\(other)", headers: headers, redirectLimit: 1))
    #expect(
      (there.fields["authorization"], there.fields["cookie"], there.fields["x-plain"]) == (nil, nil, "1"))
    let here = try await echo(
      HTTPRequest(url: server.plain + "/redirect?/echo", headers: headers, redirectLimit: 1))
    #expect(here.fields["authorization"] == "Bearer secret")
  }

  @Test func `a redirect is not followed after a change, nor out of HTTP`() async throws {
    let post = HTTPRequest(method: "POST", url: server.plain + "/redirect?/echo", body: [1], redirectLimit: 3)
    #expect(try await network.send(post).status == 302)
    let file = HTTPRequest(url: server.plain + "/redirect?file:///etc/passwd", redirectLimit: 3)
    #expect(try await network.send(file).status == 302)
  }

  @Test func `content up to the limit is taken, and no byte more`() async throws {
    #expect(try await get("/big?1000", limit: 1000).body.count == 1000)
    await #expect(throws: NetworkError.tooLarge(url: server.plain + "/big?1001", limit: 1000)) {
      try await get("/big?1001", limit: 1000)
    }
    await #expect(throws: NetworkError.tooLarge(url: server.plain + "/endless", limit: 1 << 20)) {
      try await get("/endless", limit: 1 << 20)
    }
  }

  @Test func `the limit is on the content unpacked`() async throws {
    #expect(try await get("/zip?5000", limit: 5000).body == [UInt8](repeating: 120, count: 5000))
    await #expect(throws: NetworkError.tooLarge(url: server.plain + "/zip?90000000", limit: 1 << 20)) {
      try await get("/zip?90000000", limit: 1 << 20)
    }
  }

  @Test(arguments: ["/slow?120", "/drip"]) func `a server that takes its time runs out of it`(path: String)
    async throws
  {
    let started = ContinuousClock.now
    await #expect(throws: NetworkError.timedOut(url: server.plain + path, after: 0.4)) {
      try await get(path, timeout: 0.4)
    }
    #expect(started.duration(to: .now) < .seconds(60))
  }

  @Test(arguments: ["/short", "/hangup"]) func `half a response is none`(path: String) async throws {
    let error = await #expect(throws: NetworkError.self) { try await get(path) }
    guard case .other(server.plain + path, _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test func `nobody listening is a refusal`() async throws {
    let url = "http://127.0.0.1:1/"
    await #expect(throws: NetworkError.refused(url: url)) { try await network.send(HTTPRequest(url: url)) }
  }

  @Test func `a name without address is unknown`() async throws {
    let url = "http://no-such-host.invalid/"
    await #expect(throws: NetworkError.unknownHost(url: url)) {
      try await network.send(HTTPRequest(url: url))
    }
  }

  @Test func `a certificate that nobody vouches for is refused`() async throws {
    let error = await #expect(throws: NetworkError.self) {
      try await network.send(HTTPRequest(url: server.secure + "/echo"))
    }
    guard case .tls(server.secure + "/echo", _) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [
    "", "/path", "127.0.0.1", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http:///x",
    "javascript:1",
  ])
  func `what is no URL of the web is refused`(url: String) async {
    await #expect(throws: NetworkError.badURL(url)) { try await network.send(HTTPRequest(url: url)) }
  }

  @Test(arguments: ["A\r\nB", "A B", "", "A:", "é"])
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

  @Test func `a cookie is not kept for the next request`() async throws {
    _ = try await get("/cookie")
    #expect(try await echo(HTTPRequest(url: server.plain + "/echo")).fields["cookie"] == nil)
  }

  @Test(arguments: [0, 1, 5, 50]) func `a cancelled task ends at once`(milliseconds: Int) async throws {
    let (network, url) = (network, server.plain + "/slow?20")
    let task = Task { try await network.send(HTTPRequest(url: url)) }
    try await Task.sleep(for: .milliseconds(milliseconds))
    task.cancel()
    await #expect(throws: NetworkError.cancelled(url: url)) { try await task.value }
  }

  @Test func `requests run side by side`() async throws {
    let (network, url) = (network, server.plain)
    let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
      for size in 1...40 {
        group.addTask { try await network.send(HTTPRequest(url: "\(url)/big?\(size * 1000)")).body.count }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sizes.sorted() == (1...40).map { $0 * 1000 })
  }
}
