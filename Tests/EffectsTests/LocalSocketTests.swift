import Effects
import Foundation
import Testing

@Suite("Asking at a socket", .timeLimit(.minutes(20)))
struct LocalSocketTests {
  let scratch: Scratch
  var path: String { scratch.at("s") }

  init() throws { scratch = try Scratch() }

  private func ask(_ request: [UInt8] = Array("?".utf8).framed, at path: String? = nil) throws -> [UInt8] {
    try LiveSockets().ask(
      request, at: path ?? self.path, header: 4, body: { $0.announced }, timeout: 60)
  }

  private func noise(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 2) } }

  @Test(arguments: [0, 1, 3, 65_536, 65_537, 200_000, 3_000_000])
  func `an answer comes back whole, however long it is`(count: Int) throws {
    let peer = try SocketPeer(at: path) { $0.give($0.takeRequest()) }
    #expect(try ask(noise(count).framed, at: peer.path) == noise(count))
  }

  @Test func `an answer that comes in pieces is put together`() throws {
    let answer = noise(40)
    let peer = try SocketPeer(at: path) { connection in
      for byte in answer.framed where connection.give([byte]) { Thread.sleep(forTimeInterval: 0.005) }
      connection.waitForTheEnd()
    }
    #expect(try ask(at: peer.path) == answer)
  }

  @Test func `what follows the answer is left alone`() throws {
    let peer = try SocketPeer(at: path) { connection in
      connection.give(Array("yes".utf8).framed + Array("more".utf8))
      connection.waitForTheEnd()
    }
    #expect(try ask(at: peer.path) == Array("yes".utf8))
  }

  @Test func `who reads late gets all of a long request`() throws {
    let peer = try SocketPeer(at: path) { connection in
      Thread.sleep(forTimeInterval: 0.3)
      connection.give(connection.takeRequest())
    }
    #expect(try ask(noise(1_000_000).framed, at: peer.path) == noise(1_000_000))
  }

  #if os(Linux)
    @Test func `who has no room yet is asked again`() throws {
      let peer = try SocketPeer(at: path, backlog: 0)
      let crowd = peer.crowd()
      // Of the crowd all but the last got into the queue; we are the one after them.
      peer.serve(crowd.count, after: 0.3) { $0.give(Array("yes".utf8).framed) }
      #expect(try ask([]) == Array("yes".utf8))
      withExtendedLifetime(crowd) {}
    }
  #endif

  @Test func `what the body's length makes of a header is thrown on`() throws {
    struct Nonsense: Error, Equatable { let header: [UInt8] }
    let peer = try SocketPeer(at: path) { $0.give([1, 2, 3, 4]) }
    #expect(throws: Nonsense(header: [1, 2, 3, 4])) {
      try LiveSockets().ask(
        [], at: peer.path, header: 4, body: { throw Nonsense(header: $0) }, timeout: 60)
    }
  }
}
