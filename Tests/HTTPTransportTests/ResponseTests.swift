import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP responses", .timeLimit(.minutes(20)))
struct ResponseTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  private func get(_ path: String, timeout: Double = 500, limit: Int = 1 << 20) async throws -> HTTPResponse {
    try await network.send(HTTPRequest(url: server.plain + path, timeout: timeout, bodyLimit: limit))
  }

  @Test(arguments: [200, 201, 400, 401, 403, 404, 429, 500, 503])
  func `every status is an answer, with its fields and content`(status: Int) async throws {
    let response = try await get("/status?\(status)")
    #expect(response.status == status)
    #expect(response.headers["x-custom"] == "Value")
    #expect(response.headers["www-authenticate"] == #"Basic realm="x""#)
    #expect(response.body == Array("body of \(status)".utf8))
  }

  @Test func `a head has no content, however long that would be`() async throws {
    let request = HTTPRequest(method: "HEAD", url: server.plain + "/big?1000", bodyLimit: 10)
    let response = try await network.send(request)
    #expect((response.status, response.body) == (200, []))
    #expect(response.headers["content-length"] == "1000")
  }

  @Test func `a repeated field's values are joined in order`() async throws {
    #expect(try await get("/twice").headers["x-twice"] == "one, two")
  }

  @Test func `interim heads and trailers are not the head`() async throws {
    let early = try await get("/early")
    #expect((early.status, early.body) == (200, Array("ok".utf8)))
    #expect((early.headers["x-late"], early.headers["x-early"]) == ("1", nil))
    let trailer = try await get("/trailer")
    #expect((trailer.status, trailer.body) == (200, Array("ok".utf8)))
  }

  @Test func `content that looks like a head is content`() async throws {
    let response = try await get("/looks-like-heads")
    #expect(response.status == 200)
    #expect(response.body == Array("HTTP/1.1 500 no\r\nX: y\r\n\r\ncurl: (7) no\n".utf8))
  }

  @Test func `content up to the limit is taken, and no byte more`() async throws {
    #expect(try await get("/big?1000", limit: 1000).body.count == 1000)
    #expect(try await get("/big?0", limit: 0).body == [])
    for (size, limit) in [(1001, 1000), (1, 0), (5_000_000, 4_999_999)] {
      await #expect(throws: NetworkError.tooLarge(url: server.plain + "/big?\(size)", limit: limit)) {
        try await get("/big?\(size)", limit: limit)
      }
    }
  }

  @Test func `content comes as it is, and packing is not asked for`() async throws {
    let response = try await get("/zip?90000000")
    #expect(response.headers["content-encoding"] == "gzip")
    #expect(response.body.starts(with: [0x1F, 0x8B]) && response.body.count < 1 << 20)
    let echo = try await Echo(of: HTTPRequest(url: server.plain + "/echo"), through: network)
    #expect(echo.fields["accept-encoding"] == "identity")
  }

  @Test(arguments: ["/short", "/hangup", "/cut?5000000", "/unfinished"]) func `half a response is none`(
    path: String
  ) async throws {
    let error = await #expect(throws: NetworkError.self) { try await get(path, limit: 8 << 20) }
    guard case .other(server.plain + path, let message) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(!message.isEmpty && !message.contains("curl") && !message.contains("\n"))
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

  @Test func `a cookie is not kept for the next request`() async throws {
    _ = try await get("/cookie")
    let echo = try await Echo(of: HTTPRequest(url: server.plain + "/echo"), through: network)
    #expect(echo.fields["cookie"] == nil)
  }
}
