import Effects
import OCIImages
import Registries
import Testing

@Suite("Where tokens for a registry come from", .timeLimit(.minutes(20)))
struct RealmTests {
  private let blob = Descriptor(of: [1, 2, 3], mediaType: "a/b")

  /// A registry behind TLS whose realm is at a place and answers so.
  private func scripted(
    _ realm: String, _ answer: @escaping @Sendable (Int) -> HTTPResponse
  ) throws -> (ScriptedNetwork, Client) {
    let count = Counter()
    let network = ScriptedNetwork { request in
      if request.url.hasPrefix(realm) { return answer(count.next()) }
      guard request.headers["Authorization"] == nil else { return HTTPResponse(status: 404) }
      return HTTPResponse(
        status: 401, headers: ["WWW-Authenticate": "Bearer realm=\"\(realm)\",service=\"s\""])
    }
    let client = try Client("registry.example") {
      ($0.network, $0.credentials) = (network, Client.account("registry.example", "ada", "pw"))
    }
    return (network, client)
  }

  @Test(arguments: ["http://registry.example/token", "http://127.0.0.1/token", "ftp://x/token", "/token"])
  func `a realm that is less safe than the registry gets no password`(_ realm: String) async throws {
    let (network, client) = try scripted(realm) { _ in HTTPResponse(status: 200) }
    #expect(await fault { _ = try await client.repository.blob(blob) } == "unsafeAddress")
    #expect(network.requests.count == 1)
  }

  @Test func `a realm that is busy for a while gives a token in the end`() async throws {
    let (network, client) = try scripted("https://auth.example/token?a=b") { number in
      if number < 3 { return HTTPResponse(status: number == 1 ? 503 : 429, headers: ["Retry-After": "0"]) }
      return HTTPResponse(status: 200, body: Array("{\"token\":\"\",\"access_token\":\"t\"}".utf8))
    }
    #expect(await fault { _ = try await client.repository.blob(blob) } == "notFound")
    let asked = network.requests.filter { $0.url.contains("auth.example") }
    #expect(asked.count == 3)
    #expect(
      asked[0].url
        == "https://auth.example/token?a=b&service=s&scope=repository%3Atokens%2Fx%3Apull"
        .replacing(
          "tokens%2Fx",
          with: client.repository.name.dropFirst("registry.example/".count).replacing("/", with: "%2F")))
    #expect(network.requests.last?.headers["Authorization"] == "Bearer t")
  }

  @Test(arguments: [
    (500, "status"), (403, "denied"), (404, "notFound"), (401, "unauthorized"), (302, "status"),
  ])
  func `a realm that does not work is not a wrong password`(_ status: Int, _ name: String) async throws {
    let (_, client) = try scripted("https://auth.example/token") { _ in HTTPResponse(status: status) }
    #expect(await fault { _ = try await client.repository.blob(blob) } == name)
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"token\":5}", "{\"token\":\"a b\"}", "{\"token\":\"a\\r\\nX: y\"}", "<html>",
  ])
  func `what is no token is none`(_ body: String) async throws {
    let (_, client) = try scripted("https://auth.example/token") { _ in
      HTTPResponse(status: 200, body: Array(body.utf8))
    }
    #expect(await fault { _ = try await client.repository.blob(blob) } == "malformed")
  }
}
