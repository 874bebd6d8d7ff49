import Effects
import Foundation
import Synchronization
import Testing

@Suite("Sockets that take too long", .timeLimit(.minutes(20)))
struct LocalSocketTimeoutTests {
  let scratch: Scratch
  var path: String { scratch.at("s") }

  init() throws { scratch = try Scratch() }

  /// Expects that half a second is kept to; a machine that has much to do may add to it, but nothing like a minute.
  private func expectTimeout(
    _ request: [UInt8] = Array("?".utf8).framed, header: Int = 4,
    at location: SourceLocation = #_sourceLocation
  ) {
    let time = ContinuousClock().measure {
      #expect(throws: SocketError.timedOut(path: path, seconds: 0.5), sourceLocation: location) {
        try LiveSockets().ask(request, at: path, header: header, body: { $0.announced }, timeout: 0.5)
      }
    }
    #expect((.seconds(0.5)..<(.seconds(20))).contains(time), sourceLocation: location)
  }

  @Test func `who listens and never accepts`() throws {
    let peer = try SocketPeer(at: path)
    withExtendedLifetime(peer) { expectTimeout() }
  }

  #if os(Linux)
    @Test func `who never accepts, with a full queue`() throws {
      let peer = try SocketPeer(at: path, backlog: 0)
      let crowd = peer.crowd()
      #expect(crowd.count < 1000)
      expectTimeout()
      withExtendedLifetime(crowd) {}
    }
  #endif

  @Test func `who never reads a long request`() throws {
    let peer = try SocketPeer(at: path) { $0.waitForTheEnd() }
    withExtendedLifetime(peer) { expectTimeout([UInt8](repeating: 1, count: 1_000_000).framed) }
  }

  @Test func `who reads a long request too slowly`() throws {
    let peer = try SocketPeer(at: path) { connection in
      while !connection.take(4096).isEmpty { Thread.sleep(forTimeInterval: 0.02) }
    }
    withExtendedLifetime(peer) { expectTimeout([UInt8](repeating: 1, count: 10_000_000).framed) }
  }

  @Test func `who reads and never answers`() throws {
    let peer = try SocketPeer(at: path) { connection in
      _ = connection.takeRequest()
      connection.waitForTheEnd()
    }
    withExtendedLifetime(peer) { expectTimeout() }
  }

  @Test(arguments: [[], [0], [0, 4, 0, 0], [0, 4, 0, 0, 1]])
  func `who stops within the answer`(answer: [UInt8]) throws {
    let peer = try SocketPeer(at: path) { connection in
      connection.give(answer)
      connection.waitForTheEnd()
    }
    withExtendedLifetime(peer) { expectTimeout() }
  }

  @Test(arguments: [4, 2000]) func `who drips the answer byte by byte`(header: Int) throws {
    let peer = try SocketPeer(at: path) { connection in
      var drips = [0, 4, 0, 0] as [UInt8]
      while connection.give([drips.popLast() ?? 0]) { Thread.sleep(forTimeInterval: 0.05) }
    }
    withExtendedLifetime(peer) { expectTimeout(header: header) }
  }

  @Test func `who pours without an end`() throws {
    let peer = try SocketPeer(at: path) { connection in
      while connection.give([UInt8](repeating: 1, count: 100)) {}
    }
    #expect(throws: SocketError.timedOut(path: path, seconds: 0.5)) {
      try LiveSockets().ask([], at: peer.path, header: 4, body: { _ in .max }, timeout: 0.5)
    }
  }

  @Test func `the time that the body's length takes counts`() throws {
    let peer = try SocketPeer(at: path) { $0.give(Array("yes".utf8).framed) }
    #expect(throws: SocketError.timedOut(path: path, seconds: 0.5)) {
      let body = { (header: [UInt8]) in
        Thread.sleep(forTimeInterval: 0.6)
        return header.announced
      }
      return try LiveSockets().ask([], at: peer.path, header: 4, body: body, timeout: 0.5)
    }
  }

  @Test(arguments: [0, -1, -Double.infinity, Double.nan]) func `no time is no time`(seconds: Double) throws {
    let peer = try SocketPeer(at: path)
    #expect {
      try LiveSockets().ask([], at: peer.path, header: 4, body: { $0.announced }, timeout: seconds)
    } throws: { error in
      guard case .timedOut? = error as? SocketError else { return false }
      return true
    }
  }

  @Test func `time without an end is enough`() throws {
    let peer = try SocketPeer(at: path) { $0.give(Array("yes".utf8).framed) }
    let answer = try LiveSockets().ask(
      [], at: peer.path, header: 4, body: { $0.announced }, timeout: .infinity)
    #expect(answer == Array("yes".utf8))
  }

  @Test func `who was given up is told so by the end of the connection`() throws {
    let hasEnded = Shared(false)
    let peer = try SocketPeer(at: path) { connection in
      let isOver = connection.waitForTheEnd()
      hasEnded.value.withLock { $0 = isOver }
    }
    withExtendedLifetime(peer) { expectTimeout() }
    for _ in 0..<2000 where !hasEnded.value.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.01) }
    #expect(hasEnded.value.withLock { $0 })
  }

  #if os(Linux)
    @Test func `signals do not stretch the time`() throws {
      let asking = pthread_self()
      // The threads that tests run on let no signal through.
      var (awaited, before) = (sigset_t(), sigset_t())
      unsafe sigemptyset(&awaited)
      unsafe sigaddset(&awaited, SIGUSR1)
      signal(SIGUSR1) { _ in }
      unsafe pthread_sigmask(SIG_UNBLOCK, &awaited, &before)
      defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
      let peer = try SocketPeer(at: path) { connection in
        while !connection.waitForTheEnd(atMost: 0.02) { pthread_kill(asking, SIGUSR1) }
      }
      withExtendedLifetime(peer) { expectTimeout() }
    }
  #endif
}
