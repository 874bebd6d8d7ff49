import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("Redirects between servers", .timeLimit(.minutes(20)))
struct RedirectSecrecyTests {
  let server: Server
  let network: CurlNetwork
  /// Servers that differ in scheme, host or port.
  let origins: [String]

  init() throws {
    server = try Server.shared.get()
    network = try Surroundings().network(["SSL_CERT_FILE": server.authority])
    let named = [server.plain, server.secure].map { $0.replacing("127.0.0.1", with: "localhost") }
    origins = [server.plain, server.secure, server.others.plain, server.others.secure] + named
  }

  private func request(_ method: String, _ url: String) -> HTTPRequest {
    let trust = HTTPTrust(
      authorities: server.authority, certificate: "\(server.folder)/client",
      key: "\(server.folder)/client-key")
    let secrets = [
      "Authorization": "Bearer secret", "cookie": "a=b", "PROXY-Authorization": "c", "X-Plain": "1",
    ]
    return HTTPRequest(
      method: method, url: url, headers: secrets, timeout: 600, redirectLimit: 3, trust: trust)
  }

  @Test(arguments: 0..<6, 0..<6) func `secrets and trust go to their own server alone`(from: Int, to: Int)
    async throws
  {
    let (origin, goal) = (origins[from], origins[to])
    let request = request("GET", "\(origin)/redirect?\(goal)/echo")
    guard goal.hasPrefix("https") || !origin.hasPrefix("https") else {
      #expect(try await network.send(request).status == 302)
      return
    }
    let echo = try await Echo(of: request, through: network)
    let (isSame, isSecure) = (origin == goal, goal.hasPrefix("https"))
    #expect(echo.fields["authorization"] == (isSame ? "Bearer secret" : nil))
    #expect(echo.fields["cookie"] == (isSame ? "a=b" : nil))
    #expect(echo.fields["proxy-authorization"] == (isSame ? "c" : nil))
    #expect(echo.fields["x-plain"] == "1")
    #expect(echo.client == (isSame && isSecure ? "client" : ""))
  }

  @Test(arguments: 0..<6) func `what was dropped on the way does not come back`(index: Int) async throws {
    let origin = origins[index]
    let away = server.others.secure.replacing("127.0.0.1", with: "localhost")
    guard origin.hasPrefix("https") else { return }
    let echo = try await Echo(
      of: request("GET", "\(origin)/redirect?\(away)/redirect?\(origin)/echo"), through: network)
    #expect((echo.fields["authorization"], echo.fields["cookie"], echo.client) == (nil, nil, ""))
  }

  @Test(arguments: ["POST", "PUT", "PATCH", "DELETE"]) func `only what changes nothing is sent on`(
    method: String
  )
    async throws
  {
    for goal in origins {
      #expect(try await network.send(request(method, "\(server.secure)/redirect?\(goal)/echo")).status == 302)
    }
  }

  @Test func `a way without end is left, and without end it hands nothing on but starts`() async throws {
    let sink = PatternSink()
    var request = request("GET", server.plain + "/loop")
    request.redirectLimit = 4
    await #expect(throws: NetworkError.tooManyRedirects(url: request.url, limit: 4)) {
      try await network.send(request, handingOn: sink.take)
    }
    #expect((sink.tally.starts, sink.tally.count) == (5, 0))
  }
}
