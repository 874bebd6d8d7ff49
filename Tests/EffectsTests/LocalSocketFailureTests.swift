import Effects
import Foundation
import Testing

@Suite("Sockets that give no answer", .timeLimit(.minutes(20)))
struct LocalSocketFailureTests {
  let scratch: Scratch
  var path: String { scratch.at("s") }

  init() throws { scratch = try Scratch() }

  private func ask(_ request: [UInt8] = Array("?".utf8).framed, at path: String) throws -> [UInt8] {
    try LiveSockets().ask(request, at: path, header: 4, body: { $0.announced }, timeout: 60)
  }

  private func unreachable(_ path: String, _ code: Int32) -> SocketError {
    .unreachable(path: path, message: unsafe String(cString: strerror(code)))
  }

  @Test func `a path where nothing is`() throws {
    #expect(throws: unreachable(path, ENOENT)) { try ask(at: path) }
    #expect(throws: unreachable("", ENOENT)) { try ask(at: "") }
  }

  @Test func `a path where there is a file, or a folder`() throws {
    let code = isOnDarwin ? ENOTSOCK : ECONNREFUSED
    let (file, folder) = (try scratch.file("file"), try scratch.folder("folder"))
    #expect(throws: unreachable(file, code)) { try ask(at: file) }
    #expect(throws: unreachable(folder, code)) { try ask(at: folder) }
  }

  @Test func `a socket whose program is gone`() throws {
    _ = try SocketPeer(at: path)
    #expect(throws: unreachable(path, ECONNREFUSED)) { try ask(at: path) }
  }

  @Test(arguments: [104, 108, 109, 5000]) func `a path that is too long`(count: Int) throws {
    let room = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
    let long = "/" + String(repeating: "a", count: count - 1)
    #expect(throws: unreachable(long, count < room ? ENOENT : ENAMETOOLONG)) { try ask(at: long) }
  }

  @Test func `a path with a zero byte does not end there`() throws {
    let peer = try SocketPeer(at: path) { $0.give(Array("yes".utf8).framed) }
    #expect(throws: unreachable(path + "\0", EINVAL)) { try ask(at: path + "\0") }
    #expect(throws: unreachable(path + "\0.more", EINVAL)) { try ask(at: path + "\0.more") }
    #expect(try ask([], at: peer.path) == Array("yes".utf8))
  }

  @Test(.enabled(if: geteuid() != 0, "root may do anything")) func `a socket that we may not use`() throws {
    let peer = try SocketPeer(at: path) { $0.give(Array("yes".utf8).framed) }
    unsafe chmod(path, 0)
    #expect(throws: unreachable(path, EACCES)) { try ask(at: path) }
    unsafe chmod(path, 0o700)
    #expect(try ask([], at: peer.path) == Array("yes".utf8))
  }

  @Test(arguments: [
    [], [0], [0, 0, 0], [0, 0, 0, 1], [0, 0, 0, 9, 1, 2, 3], [255, 255, 255, 255],
    [0, 3, 0, 0] + [UInt8](repeating: 7, count: 3 << 16 - 1),
  ])
  func `who hangs up within the answer closed the connection`(answer: [UInt8]) throws {
    let peer = try SocketPeer(at: path) { connection in
      _ = connection.takeRequest()
      connection.give(answer)
    }
    #expect(throws: SocketError.closed(path: path)) { try ask(at: peer.path) }
  }

  @Test func `a body that no memory would hold is taken as far as it comes`() throws {
    let peer = try SocketPeer(at: path) { $0.give([UInt8](repeating: 7, count: 100_000)) }
    #expect(throws: SocketError.closed(path: path)) {
      try LiveSockets().ask([], at: peer.path, header: 4, body: { _ in .max }, timeout: 60)
    }
  }

  @Test(arguments: [0, 1000]) func `who hangs up within the request raises no signal`(count: Int) throws {
    let peer = try SocketPeer(at: path) { $0.take(count) }
    let isRaised = withBrokenPipesHeld {
      #expect(throws: SocketError.closed(path: path)) {
        try ask([UInt8](repeating: 1, count: 1_000_000).framed, at: peer.path)
      }
    }
    #expect(!isRaised)
  }

  private var isOnDarwin: Bool {
    #if canImport(Darwin)
      true
    #else
      false
    #endif
  }

  /// Returns whether the body raised `SIGPIPE`, which otherwise would end the tests.
  private func withBrokenPipesHeld(_ body: () -> Void) -> Bool {
    var (held, before, raised) = (sigset_t(), sigset_t(), sigset_t())
    unsafe sigemptyset(&held)
    unsafe sigaddset(&held, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    body()
    unsafe sigpending(&raised)
    guard unsafe sigismember(&raised, SIGPIPE) == 1 else { return false }
    var number: Int32 = 0
    unsafe sigwait(&held, &number)
    return true
  }
}
