import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("Long transfers over HTTP", .timeLimit(.minutes(20)))
struct LongTransferTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork
  private static let size = 100_000_000

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  @Test func `a hundred megabytes come and go whole`() async throws {
    let path = "\(surroundings.folder)/file"
    try Pattern.write(Self.size, to: path)
    let sink = PatternSink()
    let download = HTTPRequest(
      url: server.plain + "/pattern?\(Self.size)", timeout: 300, bodyLimit: Self.size)
    _ = try await network.send(download, handingOn: sink.take)
    #expect((sink.tally.count, sink.tally.isPattern) == (Self.size, true))
    // One that goes from the file itself, and one that needs a copy.
    for end in [Self.size, Self.size - 1] {
      let part = HTTPContent.file(path: path, range: 3..<Int64(end))
      let request = HTTPRequest(method: "PATCH", url: server.plain + "/wire?3", body: part, timeout: 300)
      let echo = try await Echo(of: request, through: network)
      #expect((echo.same, echo.length) == (true, end - 3))
    }
  }

  @Test(arguments: [0, 5, 100, 700]) func `a long download that is cancelled ends at once`(milliseconds: Int)
    async throws
  {
    let (network, url) = (network, server.plain + "/endless?\(surroundings.mark)")
    let sink = PatternSink()
    let task = Task {
      try await network.send(
        HTTPRequest(url: url, timeout: 3600, bodyLimit: .max), handingOn: sink.take)
    }
    try await cancelled(task, after: milliseconds, url)
    let count = sink.tally.count
    try await Task.sleep(for: .milliseconds(50))
    #expect(sink.tally.count == count)
  }

  @Test(arguments: [0, 5, 300]) func `a long upload that is cancelled ends at once`(milliseconds: Int)
    async throws
  {
    let path = "\(surroundings.folder)/file"
    try Pattern.write(30_000_000, to: path)
    let (network, url) = (network, server.plain + "/lazy?600")
    for end in [30_000_000, 29_999_999] as [Int64] {
      let content = HTTPContent.file(path: path, range: 0..<end)
      let request = HTTPRequest(method: "PUT", url: url, body: content, timeout: 3600)
      let task = Task { try await network.send(request) }
      try await cancelled(task, after: milliseconds, url)
      #expect(try FileManager.default.contentsOfDirectory(atPath: surroundings.folder) == ["file"])
    }
  }

  private func cancelled(_ task: Task<HTTPResponse, any Error>, after milliseconds: Int, _ url: String)
    async throws
  {
    try await Task.sleep(for: .milliseconds(milliseconds))
    let started = ContinuousClock.now
    task.cancel()
    await #expect(throws: NetworkError.cancelled(url: url)) { try await task.value }
    #expect(started.duration(to: .now) < .seconds(240))
    #expect(try surroundings.programs() == [])
  }
}
