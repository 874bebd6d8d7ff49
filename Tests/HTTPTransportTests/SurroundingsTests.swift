import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP and what is around it", .timeLimit(.minutes(20)))
struct SurroundingsTests {
  let server: Server
  let surroundings: Surroundings

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/cmdline"), "there is no /proc"))
  func `nothing of a request is on the list of processes, nor left on the disk`() async throws {
    let secrets = ["RELEASE_PASSPHRASE": "hush", "OTHER": "-----BEGIN PRIVATE KEY-----"]
    let (network, url) = (surroundings.network(secrets), server.plain + "/slow?8")
    let request = HTTPRequest(method: "POST", url: url, headers: ["Authorization": "hush"], body: [1, 2])
    let response = Task { try await network.send(request) }
    let program = try #require(try await surroundings.programs(untilThereAre: 1).first)
    #expect(surroundings.contents("cmdline", of: program) == ["curl", "--disable", "--config", "-"])
    let variables = surroundings.contents("environ", of: program).map { $0.prefix { $0 != "=" } }
    #expect(Set(variables) == ["PATH", "TMPDIR", "TEST_MARK"])
    #expect(try permissions() == [0o700, 0o600])
    #expect(try await response.value.status == 200)
    #expect(try permissions() == [])
  }

  private func permissions() throws -> [Int] {
    try FileManager.default.subpathsOfDirectory(atPath: surroundings.folder).sorted().map { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(surroundings.folder)/\(path)")
      return try #require(attributes[.posixPermissions] as? Int)
    }
  }

  @Test func `a certificate that nobody vouches for is refused`() async throws {
    let url = server.secure + "/echo"
    for environment in [[:], ["SSL_CERT_FILE": "/dev/null"], ["SSL_CERT_FILE": "/nowhere"]] {
      let error = await #expect(throws: NetworkError.self) {
        try await surroundings.network(environment).send(HTTPRequest(url: url))
      }
      guard case .tls(url, let message) = error else {
        Issue.record("got \(String(describing: error))")
        continue
      }
      #expect(!message.isEmpty && !message.contains("\n"))
    }
  }

  @Test func `a certificate is accepted whose authority is named`() async throws {
    let network = surroundings.network(["SSL_CERT_FILE": server.authority])
    let request = HTTPRequest(method: "POST", url: server.secure + "/echo", body: [1, 2, 3])
    #expect(try await Echo(of: request, through: network).sum == 6)
    let other = server.secure.replacing("127.0.0.1", with: "127.0.0.2")
    await #expect(throws: NetworkError.self) { try await network.send(HTTPRequest(url: other)) }
  }

  @Test func `a proxy is used, and not where it should not be`() async throws {
    let request = HTTPRequest(url: "http://no-such-host.invalid/")
    let proxy = ["http_proxy": server.plain]
    #expect(try await surroundings.network(proxy).send(request).status == 404)
    let without = proxy.merging(["NO_PROXY": "no-such-host.invalid"]) { _, new in new }
    await #expect(throws: NetworkError.unknownHost(url: request.url)) {
      try await surroundings.network(without).send(request)
    }
  }

  @Test func `a person's own settings of curl change nothing`() async throws {
    try "user-agent = mine\ninclude\n".write(
      toFile: "\(surroundings.folder)/.curlrc", atomically: true, encoding: .utf8)
    let network = surroundings.network(["HOME": surroundings.folder, "CURL_HOME": surroundings.folder])
    let echo = try await Echo(of: HTTPRequest(url: server.plain + "/echo"), through: network)
    #expect(echo.fields["user-agent"]?.hasPrefix("curl/") == true)
  }

  @Test func `without curl nothing is sent, and that is said`() async throws {
    let url = server.plain + "/echo"
    await #expect(throws: NetworkError.curlMissing(url: url)) {
      try await surroundings.network(["PATH": surroundings.folder]).send(HTTPRequest(url: url))
    }
  }

  @Test func `without a place for the content nothing is sent`() async throws {
    let network = surroundings.network(["TMPDIR": "\(surroundings.folder)/nowhere"])
    let error = await #expect(throws: NetworkError.self) {
      try await network.send(HTTPRequest(method: "POST", url: server.plain + "/echo", body: [1]))
    }
    guard case .contentNotStored(server.plain + "/echo", .notFound) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }
}
