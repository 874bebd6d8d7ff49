import Effects
import Foundation
import HTTPTransport
import Synchronization
import Testing

@Suite("HTTP content as it comes", .timeLimit(.minutes(20)))
struct DownloadTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork
  let sink = PatternSink()

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  private func get(_ path: String, limit: Int = 1 << 30, timeout: Double = 500) async throws -> HTTPResponse {
    let request = HTTPRequest(url: server.plain + path, timeout: timeout, bodyLimit: limit, redirectLimit: 2)
    return try await network.send(request, handingOn: sink.take)
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 5_000_001]) func `every byte is handed on, in order`(size: Int)
    async throws
  {
    let response = try await get("/pattern?\(size)")
    #expect((response.status, response.body) == (200, []))
    #expect(response.headers["content-length"] == "\(size)")
    #expect((sink.tally.starts, sink.tally.count, sink.tally.isPattern) == (1, size, true))
  }

  @Test(arguments: [401, 404, 500]) func `what an error says is handed on`(status: Int) async throws {
    let content = Mutex<[HTTPPiece]>([])
    let request = HTTPRequest(url: server.plain + "/status?\(status)")
    let response = try await network.send(request) { piece in content.withLock { $0.append(piece) } }
    #expect(response.status == status && response.body.isEmpty)
    #expect(content.withLock { $0 } == [.start, .content(Array("body of \(status)".utf8)[...])])
  }

  @Test func `what a redirect says comes before the start`() async throws {
    let pieces = Mutex<[HTTPPiece]>([])
    let request = HTTPRequest(url: server.plain + "/redirect?/status?200", timeout: 500, redirectLimit: 1)
    _ = try await network.send(request) { piece in pieces.withLock { $0.append(piece) } }
    let words = pieces.withLock { $0 }
    #expect(
      words == [
        .start, .content(Array("moved".utf8)[...]), .start, .content(Array("body of 200".utf8)[...]),
      ])
    #expect(try await network.send(request).body == Array("body of 200".utf8))
  }

  @Test func `a head hands nothing on`() async throws {
    let request = HTTPRequest(method: "HEAD", url: server.plain + "/pattern?1000")
    #expect(try await network.send(request, handingOn: sink.take).status == 200)
    #expect((sink.tally.starts, sink.tally.count) == (1, 0))
  }

  @Test(arguments: [0, 1000, 1 << 20, 5 << 20]) func `no byte over the limit is handed on, and curl is ended`(
    limit: Int
  )
    async throws
  {
    let started = ContinuousClock.now
    let path = "/endless?\(surroundings.mark)"
    await #expect(throws: NetworkError.tooLarge(url: server.plain + path, limit: limit)) {
      try await get(path, limit: limit, timeout: 200)
    }
    #expect(sink.tally.count <= limit)
    #expect(try surroundings.programs() == [])
    #expect(started.duration(to: .now) < .seconds(240))
  }

  @Test func `content that is said to be shorter than it is ends there`() async throws {
    _ = try await get("/long")
    #expect((sink.tally.count, sink.tally.isPattern) == (10, true))
  }

  @Test(arguments: ["/short", "/cut?5000000", "/unfinished"])
  func `content that breaks off is no response`(path: String) async throws {
    let error = await #expect(throws: NetworkError.self) { try await get(path) }
    guard case .other = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(sink.tally.count < 5_000_000)
  }

  @Test func `a sink that takes its time gets all`() async throws {
    let sink = sink
    let request = HTTPRequest(url: server.plain + "/pattern?3000000", timeout: 100)
    _ = try await network.send(request) { piece in
      sink.take(piece)
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect((sink.tally.count, sink.tally.isPattern) == (3_000_000, true))
  }
}
