import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP with a pace", .timeLimit(.minutes(20)))
struct PaceTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  @Test(arguments: ["/drip", "/slow?120", "/burst?40000000"])
  func `a server below the pace is given up`(path: String) async throws {
    try await expectStall(HTTPRequest(url: server.plain + path))
  }

  @Test(arguments: [true, false]) func `a server that takes nothing is given up`(isCopied: Bool) async throws
  {
    let path = "\(surroundings.folder)/file"
    try Pattern.write(30_000_000, to: path)
    let content = HTTPContent.file(path: path, range: 0..<(isCopied ? 29_999_999 : 30_000_000))
    try await expectStall(HTTPRequest(method: "PUT", url: server.plain + "/lazy?120", body: content))
  }

  private func expectStall(_ request: HTTPRequest) async throws {
    var request = request
    (request.timeout, request.pace) = (110, HTTPPace(bytes: 1024, seconds: 1.5))
    request.bodyLimit = 1 << 30
    let started = ContinuousClock.now
    await #expect(throws: NetworkError.stalled(url: request.url, after: 1.5)) {
      try await network.send(request)
    }
    #expect(started.duration(to: .now) < .seconds(240))
    #expect(try surroundings.programs() == [])
  }

  @Test func `a slow server within the pace has its time`() async throws {
    var request = HTTPRequest(url: server.plain + "/slow?3", timeout: 100)
    request.pace = HTTPPace(bytes: 1024, seconds: 60)
    #expect(try await network.send(request).status == 200)
  }

  @Test func `the whole time holds beside the pace`() async throws {
    var request = HTTPRequest(url: server.plain + "/slow?120", timeout: 0.5)
    request.pace = HTTPPace(bytes: 1024, seconds: 60)
    await #expect(throws: NetworkError.timedOut(url: request.url, after: 0.5)) {
      try await network.send(request)
    }
  }
}
