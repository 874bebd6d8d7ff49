import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP redirects", .timeLimit(.minutes(20)))
struct RedirectTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network(["SSL_CERT_FILE": server.authority])
  }

  @Test func `a redirect is not followed unasked`() async throws {
    let response = try await network.send(HTTPRequest(url: server.plain + "/redirect?/echo", timeout: 600))
    #expect((response.status, response.headers["location"]) == (302, "/echo"))
  }

  @Test func `a redirect is followed as often as asked`() async throws {
    let url = server.plain + "/redirect?/redirect?/status?200"
    #expect(try await network.send(HTTPRequest(url: url, timeout: 600, redirectLimit: 2)).status == 200)
    await #expect(throws: NetworkError.tooManyRedirects(url: url, limit: 1)) {
      try await network.send(HTTPRequest(url: url, timeout: 600, redirectLimit: 1))
    }
    await #expect(throws: NetworkError.tooManyRedirects(url: server.plain + "/loop", limit: 5)) {
      try await network.send(HTTPRequest(url: server.plain + "/loop", timeout: 600, redirectLimit: 5))
    }
  }

  @Test(arguments: [0, 3]) func `a redirect to nowhere is an answer`(limit: Int) async throws {
    let response = try await network.send(
      HTTPRequest(url: server.plain + "/nowhere", timeout: 600, redirectLimit: limit))
    #expect((response.status, response.headers["location"]) == (302, nil))
    #expect(response.body == Array("moved, and nobody says where".utf8))
  }

  @Test func `all redirects together have the time of one request`() async throws {
    let url = server.plain + "/redirect?/slow?20"
    let error = await #expect(throws: NetworkError.self) {
      try await network.send(HTTPRequest(url: url, timeout: 1, redirectLimit: 3))
    }
    #expect(error == .timedOut(url: server.plain + "/slow?20", after: 1))
  }

  @Test func `credentials stay with the server they are for`() async throws {
    let headers = [
      "Authorization": "Bearer secret", "Cookie": "a=b", "proxy-authorization": "c", "X-Plain": "1",
    ]
    func arrived(_ target: String) async throws -> [String: String] {
      let url = server.plain + "/redirect?\(target)"
      return try await Echo(
        of: HTTPRequest(url: url, headers: headers, timeout: 600, redirectLimit: 1), through: network
      )
      .fields
    }
    for other in [server.plain.replacing("127.0.0.1", with: "localhost"), server.secure] {
      let there = try await arrived("\(other)/echo")
      #expect((there["authorization"], there["cookie"], there["x-plain"]) == (nil, nil, "1"))
      #expect(there["proxy-authorization"] == nil)
    }
    #expect(try await arrived("/echo")["authorization"] == "Bearer secret")
    #expect(try await arrived("\(server.plain)/echo")["cookie"] == "a=b")
  }

  @Test func `a redirect is not followed after a change`() async throws {
    let post = HTTPRequest(
      method: "POST", url: server.plain + "/redirect?/echo", body: [1], timeout: 600, redirectLimit: 3)
    #expect(try await network.send(post).status == 302)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"])
  func `a redirect out of HTTP is an answer`(target: String) async throws {
    let url = server.plain + "/redirect?\(target)"
    let response = try await network.send(HTTPRequest(url: url, timeout: 600, redirectLimit: 3))
    #expect((response.status, response.body) == (302, Array("moved".utf8)))
  }

  @Test func `a redirect leads into TLS and not out of it`() async throws {
    let inwards = HTTPRequest(
      url: server.plain + "/redirect?\(server.secure)/status?200", timeout: 600, redirectLimit: 3)
    #expect(try await network.send(inwards).status == 200)
    let outwards = HTTPRequest(
      url: server.secure + "/redirect?\(server.plain)/status?200", timeout: 600, redirectLimit: 3)
    #expect(try await network.send(outwards).status == 302)
    let detour = "\(server.plain)/redirect?\(server.secure)/redirect?\(server.plain)/status?200"
    #expect(try await network.send(HTTPRequest(url: detour, timeout: 600, redirectLimit: 3)).status == 302)
  }
}
