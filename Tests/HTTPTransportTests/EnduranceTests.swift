import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP with servers that take their time", .timeLimit(.minutes(20)))
struct EnduranceTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  @Test(arguments: ["/slow?120", "/drip", "/endless?timeout"])
  func `a server that takes its time runs out of it`(path: String) async throws {
    let started = ContinuousClock.now
    await #expect(throws: NetworkError.timedOut(url: server.plain + path, after: 0.4)) {
      let request = HTTPRequest(url: server.plain + path, timeout: 0.4, bodyLimit: 1 << 30)
      _ = try await network.send(request) { _ in }
    }
    #expect(started.duration(to: .now) < .seconds(240))
    #expect(try await surroundings.programs(untilThereAre: 0) == [])
  }

  @Test(arguments: [0, -1, .nan, 1e-9]) func `no time is no time, not endless time`(timeout: Double)
    async throws
  {
    let error = await #expect(throws: NetworkError.self) {
      try await network.send(HTTPRequest(url: server.plain + "/slow?120", timeout: timeout))
    }
    guard case .timedOut = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test(arguments: [1e9, 1e300, .infinity]) func `a long time may be given`(timeout: Double) async throws {
    let request = HTTPRequest(url: server.plain + "/status?200", timeout: timeout)
    #expect(try await network.send(request).status == 200)
  }

  @Test func `content without end is cut off early`() async throws {
    let url = server.plain + "/endless?\(surroundings.mark)"
    let started = ContinuousClock.now
    await #expect(throws: NetworkError.tooLarge(url: url, limit: 1 << 20)) {
      try await network.send(HTTPRequest(url: url, timeout: 60, bodyLimit: 1 << 20))
    }
    #expect(started.duration(to: .now) < .seconds(240))
    #expect(try surroundings.programs() == [])
    let sent = try await network.send(HTTPRequest(url: server.plain + "/sent?\(surroundings.mark)")).body
    #expect(try #require(Int(String(decoding: sent, as: UTF8.self))) < 64 << 20)
  }

  @Test func `a head without end is cut off early`() async throws {
    let url = server.plain + "/endless-head"
    let started = ContinuousClock.now
    let error = await #expect(throws: NetworkError.self) {
      try await network.send(HTTPRequest(url: url, timeout: 60, bodyLimit: 1 << 20))
    }
    // Newer versions of curl have a limit of their own.
    switch error {
    case .other, .tooLarge: break
    default: Issue.record("got \(String(describing: error))")
    }
    #expect(started.duration(to: .now) < .seconds(240))
  }

  @Test func `a server without end keeps nobody else waiting`() async throws {
    let (network, server) = (network, server)
    let endless = Task {
      let request = HTTPRequest(url: server.plain + "/endless?x", timeout: 500, bodyLimit: 1 << 30)
      _ = try await network.send(request) { _ in }
    }
    _ = try await surroundings.programs(untilThereAre: 1)
    for _ in 0..<5 {
      let request = HTTPRequest(url: server.plain + "/status?200", timeout: 500)
      #expect(try await network.send(request).status == 200)
    }
    #expect(try surroundings.programs().count == 1)
    endless.cancel()
    await #expect(throws: NetworkError.cancelled(url: server.plain + "/endless?x")) {
      try await endless.value
    }
  }

  @Test func `requests that wait keep no thread from others`() async throws {
    let (network, url) = (network, server.plain)
    let waiting = (0..<20).map { _ in
      Task { try await network.send(HTTPRequest(url: "\(url)/slow?900", timeout: 600)) }
    }
    #expect(try await surroundings.programs(untilThereAre: 20).count == 20)
    let started = ContinuousClock.now
    #expect(try await network.send(HTTPRequest(url: "\(url)/status?200")).status == 200)
    #expect(started.duration(to: .now) < .seconds(240))
    for task in waiting { task.cancel() }
  }

  @Test(arguments: [0, 1, 5, 50, 500]) func `a cancelled task ends at once`(milliseconds: Int) async throws {
    let (network, url) = (network, server.plain + "/slow?600")
    let task = Task { try await network.send(HTTPRequest(url: url, timeout: 600)) }
    try await Task.sleep(for: .milliseconds(milliseconds))
    task.cancel()
    // Had it gone on, the time would have been over.
    await #expect(throws: NetworkError.cancelled(url: url)) { try await task.value }
    // Whoever waited for the answer has waited for the program's end.
    #expect(try surroundings.programs() == [])
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
