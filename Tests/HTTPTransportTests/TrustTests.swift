import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP and whom a request trusts", .timeLimit(.minutes(20)))
struct TrustTests {
  let server: Server
  let surroundings: Surroundings

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
  }

  private func path(_ name: String) -> String { "\(server.folder)/\(name)" }

  private func echo(_ trust: HTTPTrust, _ environment: [String: String] = [:]) async throws -> Echo {
    let request = HTTPRequest(url: server.secure + "/echo", timeout: 100, trust: trust)
    return try await Echo(of: request, through: surroundings.network(environment))
  }

  private func expectNoTrust(_ trust: HTTPTrust, _ environment: [String: String]) async {
    let error = await #expect(throws: NetworkError.self) { try await echo(trust, environment) }
    guard case .tls = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test func `an authority of the request's own vouches`() async throws {
    #expect(try await echo(HTTPTrust(authorities: server.authority)).client == "")
    let elsewhere = ["SSL_CERT_FILE": path("stranger")]
    #expect(try await echo(HTTPTrust(authorities: server.authority), elsewhere).method == "GET")
  }

  @Test(arguments: ["stranger", "nowhere", "client-key"])
  func `with a wrong authority nobody else vouches`(name: String) async {
    await expectNoTrust(HTTPTrust(authorities: path(name)), ["SSL_CERT_FILE": server.authority])
  }

  @Test func `a certificate and its key are shown`() async throws {
    let trust = HTTPTrust(authorities: server.authority, certificate: path("client"), key: path("client-key"))
    #expect(try await echo(trust).client == "client")
  }

  @Test func `a certificate may lie with its key, under any name`() async throws {
    let both = try ["client", "client-key"].flatMap { try LiveFiles().read(path($0), limit: 1 << 20) }
    for name in ["a:b", "a\\b:c\\", "pkcs11:x", "{a}\"", "é"] {
      let place = "\(surroundings.folder)/\(name)"
      try LiveFiles().create(both, at: place, mode: 0o600)
      let trust = HTTPTrust(certificate: place)
      #expect(try await echo(trust, ["SSL_CERT_FILE": server.authority]).client == "client")
    }
  }

  @Test(arguments: [
    ("client", "stranger-key"), ("client", "client-locked"), ("client", "nowhere"), ("nowhere", "client-key"),
    ("client", nil),
  ])
  func `what cannot be shown is an error, and no question`(certificate: String, key: String?) async {
    let trust = HTTPTrust(certificate: path(certificate), key: key.map(path))
    await expectNoTrust(trust, ["SSL_CERT_FILE": server.authority])
  }

  @Test func `a path with a zero byte is none`() async {
    let url = server.secure + "/echo"
    await #expect(throws: NetworkError.badField(url: url, name: "a\0b")) {
      try await echo(HTTPTrust(authorities: "a\0b"))
    }
  }
}
