import Effects
import Foundation
import HTTPTransport
import Testing

@Suite("HTTP content from files", .timeLimit(.minutes(20)))
struct UploadTests {
  let server: Server
  let surroundings: Surroundings
  let network: CurlNetwork

  init() throws {
    server = try Server.shared.get()
    surroundings = try Surroundings()
    network = surroundings.network()
  }

  private func file(_ size: Int) throws -> String {
    let path = "\(surroundings.folder)/file"
    try Pattern.write(size, to: path)
    return path
  }

  private func put(_ path: String, _ range: Range<Int64>, to place: String) -> HTTPRequest {
    HTTPRequest(method: "PUT", url: server.plain + place, body: .file(path: path, range: range), timeout: 100)
  }

  @Test(
    arguments: [
      0..<300_000, 1..<300_000, 65_536..<300_000, 299_999..<300_000, 0..<1, 5..<10, 1000..<200_000,
      300_000..<300_000,
    ] as [Range<Int64>])
  func `exactly the bytes of the range arrive, and nothing is added`(range: Range<Int64>) async throws {
    let path = try file(300_000)
    for (method, folder) in [("PUT", ""), ("PATCH", ""), ("POST", ""), ("PUT", "/"), ("PATCH", "/a/")] {
      var request = put(path, range, to: "/wire\(folder)?\(range.lowerBound)")
      request.method = method
      let started = ContinuousClock.now
      let echo = try await Echo(of: request, through: network)
      #expect((echo.same, echo.length, echo.method) == (true, range.count, method))
      #expect(echo.path == "/wire\(folder)")
      #expect(echo.fields["content-length"] == "\(range.count)")
      for name in ["expect", "content-range", "content-type", "transfer-encoding"] {
        #expect(echo.fields[name] == nil)
      }
      #expect(started.duration(to: .now) < .seconds(240))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: surroundings.folder) == ["file"])
  }

  @Test func `fields about the content are those of the request`() async throws {
    let headers = ["Content-Range": "7-1023", "Content-Type": "application/octet-stream"]
    for end in [1024, 900] as [Int64] {
      var request = put(try file(1024), 7..<end, to: "/wire?7")
      request.headers = headers
      let echo = try await Echo(of: request, through: network)
      #expect(echo.same && echo.fields["content-range"] == "7-1023")
      #expect(echo.fields["content-type"] == "application/octet-stream")
      try FileManager.default.removeItem(atPath: "\(surroundings.folder)/file")
    }
  }

  @Test func `odd names are names`() async throws {
    for name in ["{a,b}[1-3]", "a\"b\\", "-", "ä\n", "a:b", "@x"] {
      let path = "\(surroundings.folder)/\(name)"
      try Pattern.write(99, to: path)
      #expect(try await Echo(of: put(path, 9..<99, to: "/wire?9"), through: network).same)
    }
  }

  @Test func `a link to a file is followed`() async throws {
    let link = "\(surroundings.folder)/link"
    try LiveFiles().replaceSymlink(at: link, pointingTo: try file(5000))
    #expect(try await Echo(of: put(link, 0..<5000, to: "/wire"), through: network).same)
  }

  @Test func `what is not in a file is not sent`() async throws {
    let (path, fifo) = (try file(100), "\(surroundings.folder)/fifo")
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    let cases: [(String, Range<Int64>, FileError)] = [
      (path, 0..<101, .changedWhileRead(path: path)), (path, 100..<200, .changedWhileRead(path: path)),
      (path + "x", 0..<1, .notFound(path: path + "x")), (fifo, 0..<1, .notRegular(path: fifo, kind: .other)),
      (surroundings.folder, 0..<1, .notRegular(path: surroundings.folder, kind: .directory)),
      ("a\0", 0..<1, .invalidName(path: "a\0")),
    ]
    for (path, range, fact) in cases {
      let url = server.plain + "/wire"
      await #expect(throws: NetworkError.contentNotStored(url: url, fact)) {
        try await network.send(put(path, range, to: "/wire"))
      }
    }
  }

  @Test(arguments: [0, 31_000_000] as [UInt64]) func `a file that is changed on its way is found out`(
    size: UInt64
  )
    async throws
  {
    let path = try file(30_000_000)
    let (network, request) = (network, put(path, 0..<30_000_000, to: "/lazy?20"))
    let answer = Task { try await network.send(request) }
    _ = try await surroundings.programs(untilThereAre: 1)
    try await Task.sleep(for: .milliseconds(200))
    try FileWriting.truncate(path, to: size)
    await #expect(throws: NetworkError.contentNotStored(url: request.url, .changedWhileRead(path: path))) {
      try await answer.value
    }
  }

  @Test func `a server that is cut off while it takes is a failure`() async throws {
    let request = put(try file(30_000_000), 0..<30_000_000, to: "/cut-upload")
    let error = await #expect(throws: NetworkError.self) { try await network.send(request) }
    guard case .other = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }

  @Test func `a server that refuses before it has all is heard`() async throws {
    let path = try file(3_000_000)
    let response = try await network.send(put(path, 0..<3_000_000, to: "/deny"))
    #expect((response.status, response.body) == (401, Array("not you".utf8)))
  }
}
