import Effects
import Foundation
import ReleaseSigning
import Testing

@Suite("Digesting files below a folder that nobody vouches for", .timeLimit(.minutes(20)))
struct FolderInspectionTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  private func findings(_ wanted: WantedFile...) throws -> [Result<HashedFile, FileObstacle>] {
    try files.inspect(scratch.path, for: wanted, surplus: nil).findings
  }

  private func obstacle(_ path: String) throws -> FileObstacle? { try obstacle(WantedFile(path)) }

  private func obstacle(_ wanted: WantedFile) throws -> FileObstacle? {
    guard case .failure(let obstacle)? = try findings(wanted).first else { return nil }
    return obstacle
  }

  private func hashed(_ text: String, isExecutable: Bool = false) -> Result<HashedFile, FileObstacle> {
    let bytes = Array(text.utf8)
    return .success(
      HashedFile(digest: .sha256(bytes), size: Int64(bytes.count), isExecutable: isExecutable))
  }

  @Test func `findings come in the order of the asking, and twice for what is asked twice`() throws {
    _ = try (
      scratch.folder("d/e"), scratch.file("d/e/b", "long content"), scratch.file("a", "1", mode: 0o755)
    )
    let found = try findings(
      WantedFile("a"), WantedFile("none"), WantedFile("d/e/b", size: 12), WantedFile("a", size: 1))
    #expect(
      found == [
        hashed("1", isExecutable: true), .failure(.missing), hashed("long content"),
        hashed("1", isExecutable: true),
      ])
  }

  @Test func `no wanted files are no findings`() throws {
    #expect(try files.inspect(scratch.path, for: [], surplus: nil) == FolderInspection(findings: []))
  }

  @Test(arguments: [0, 1, (256 << 10) - 1, 256 << 10, (256 << 10) + 1, (3 << 20) + 17])
  func `a file of any size has the digest of its bytes`(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 131 >> 3) }
    try files.create(bytes, at: scratch.at("a"), mode: 0o644)
    let expected = HashedFile(digest: .sha256(bytes), size: Int64(size), isExecutable: false)
    #expect(try findings(WantedFile("a")) == [.success(expected)])
  }

  @Test func `the folder itself may be reached by a link`() throws {
    _ = try (scratch.folder("real"), scratch.file("real/a", "x"), scratch.link("link", to: "real"))
    #expect(
      try files.inspect(scratch.at("link"), for: [WantedFile("a")], surplus: nil).findings == [hashed("x")])
  }

  @Test func `a folder that is not there, or none, is an error`() throws {
    let (file, none) = (try scratch.file("a"), scratch.at("none"))
    #expect(throws: FileError.notDirectory(path: file)) { try files.inspect(file, for: [], surplus: nil) }
    #expect(throws: FileError.notFound(path: none)) { try files.inspect(none, for: [], surplus: nil) }
  }

  @Test func `a link at the end is not followed, wherever it leads`() throws {
    _ = try (scratch.file("a"), scratch.link("good", to: "a"), scratch.link("dangling", to: "none"))
    _ = try (scratch.link("zero", to: "/dev/zero"), scratch.link("loop", to: "loop"))
    for name in ["good", "dangling", "zero", "loop"] {
      #expect(try obstacle(name) == .inTheWay(.symlink, at: name))
    }
  }

  @Test func `a link on the way is not followed, not even one that stays in the folder`() throws {
    _ = try (scratch.folder("d/e"), scratch.file("d/e/a"), scratch.link("d/l", to: "e"))
    _ = try (scratch.link("out", to: "/"), scratch.link("up", to: ".."))
    #expect(try obstacle("d/l/a") == .inTheWay(.symlink, at: "d/l"))
    #expect(try obstacle("out/etc/passwd") == .inTheWay(.symlink, at: "out"))
    #expect(try obstacle("up/a") == .inTheWay(.symlink, at: "up"))
  }

  @Test func `a FIFO makes nobody wait, at the end or on the way`() throws {
    _ = try scratch.fifo("f")
    #expect(try obstacle("f") == .inTheWay(.fifo, at: "f"))
    #expect(try obstacle(WantedFile("f", size: 0)) == .inTheWay(.fifo, at: "f"))
    #expect(try obstacle("f/a") == .inTheWay(.fifo, at: "f"))
  }

  @Test func `a folder is no file, and a file no folder`() throws {
    _ = try (scratch.folder("d"), scratch.file("a"))
    #expect(try obstacle("d") == .inTheWay(.directory, at: "d"))
    #expect(try obstacle("a/b/c") == .inTheWay(.file, at: "a"))
    #expect(try obstacle("none/b") == .missing)
  }

  @Test func `a device is not read`() throws {
    let found = try files.inspect(
      "/dev", for: [WantedFile("zero"), WantedFile("null", size: 0)], surplus: nil)
    #expect(
      found.findings == [
        .failure(.inTheWay(.device, at: "zero")), .failure(.inTheWay(.device, at: "null")),
      ])
  }

  @Test func `a socket is not opened`() throws {
    try withSocket(at: scratch.at("s")) { try #expect(obstacle("s") == .inTheWay(.socket, at: "s")) }
  }

  @Test(.enabled(if: geteuid() != 0, "nothing is forbidden to root"))
  func `what the user may not read is not taken for anything else`() throws {
    _ = try (scratch.file("a", mode: 0), scratch.folder("d"), scratch.file("d/b"))
    try scratch.shell("chmod 000 d")
    defer { _ = try? scratch.shell("chmod 700 d") }
    #expect(try obstacle("a") == .failed(.notPermitted(path: "a")))
    #expect(try obstacle("d/b") == .failed(.notPermitted(path: "d/b")))
  }

  #if os(Linux)
    @Test(.enabled(if: geteuid() != 0, "nothing is forbidden to root"))
    func `a folder that may be passed through but not listed serves`() throws {
      _ = try (scratch.folder("d/e"), scratch.file("d/e/b", "x"))
      try scratch.shell("chmod 111 d/e d")
      defer { _ = try? scratch.shell("chmod 700 d; chmod 700 d/e") }
      #expect(try findings(WantedFile("d/e/b")) == [hashed("x")])
      #expect(
        try files.inspect(scratch.at("d"), for: [WantedFile("e/b")], surplus: nil).findings == [hashed("x")])
    }

    @Test func `a read error is neither a digest nor an absence`() throws {
      // The kernel has nothing mapped at the start of any process, and says so with EIO.
      let found = try files.inspect("/proc/self", for: [WantedFile("mem")], surplus: nil).findings
      guard case .failure(.failed(.system("mem", "read", EIO, _)))? = found.first else {
        Issue.record("\(found)")
        return
      }
    }
  #endif

  @Test func `another size than the expected one is told without reading`() throws {
    let size = Int64(1) << 40
    try scratch.shell("truncate -s \(size) sparse")
    let time = try ContinuousClock().measure {
      try #expect(obstacle(WantedFile("sparse", size: 7)) == .wrongSize(found: size))
    }
    #expect(time < .seconds(20))
  }

  @Test(arguments: ["", "/a", "../a", "a/../a", "./a", "a/", "a//a", "a\0b", ".", ".."])
  func `a path that does not go down is refused`(path: String) throws {
    _ = try scratch.file("a")
    #expect(try obstacle(path) == .failed(.invalidName(path: path)))
  }

  @Test func `names that only look alike are two files`() throws {
    _ = try (scratch.file("\u{212A}", "the Kelvin sign"))
    #expect(try obstacle("K") == .missing)
    #expect(try findings(WantedFile("\u{212A}")) == [hashed("the Kelvin sign")])
  }

  private func withSocket(at path: String, _ body: () throws -> Void) throws {
    let number = try #require(Socket.bound(to: path))
    defer { close(number) }
    try body()
  }
}

private enum Socket {
  /// A socket with a name; it is nobody's to answer.
  static func bound(to path: String) -> Int32? {
    #if os(Linux)
      let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let number = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) {
      unsafe $0.copyBytes(from: path.utf8.prefix($0.count - 1))
    }
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    return result == 0 ? number : nil
  }
}
