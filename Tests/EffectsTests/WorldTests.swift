import Effects
import Foundation
import Testing

@Suite("The live world")
struct WorldTests {
  /// A network that nobody can reach.
  private struct NoNetwork: Network {
    func send(
      _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
    ) async throws(NetworkError) -> HTTPResponse { throw .refused(url: request.url) }
  }

  @Test func `it is the one around us`() async throws {
    let world = try World.live(network: NoNetwork())
    #expect(world.directory == FileManager.default.currentDirectoryPath)
    #expect(world.environment == ProcessInfo.processInfo.environment)
    await #expect(throws: NetworkError.refused(url: "http://a")) {
      try await world.network.send(HTTPRequest(url: "http://a"))
    }
  }

  @Test func `random bytes are as many as asked for, and never the same`() throws {
    #expect(randomBytes(0).isEmpty)
    #expect(Set((1...100).map { _ in randomBytes(16) }).count == 100)
    #expect(Set(randomBytes(100_000)).count == 256)
    #expect(try World.live(network: NoNetwork()).entropy(7).count == 7)
  }

  /// A network in which every request is sent on once.
  private struct Detour: Network {
    func send(
      _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
    ) async throws(NetworkError) -> HTTPResponse {
      for piece in [.start, .content([1, 2]), .start, .content([3]), .content([4])] as [HTTPPiece] {
        take(piece)
      }
      return HTTPResponse(status: 404, headers: ["A": "b"])
    }
  }

  @Test func `pieces become the content of a response, but for those of a redirect`() async throws {
    let response = try await Detour().send(HTTPRequest(url: "http://a"))
    #expect(response == HTTPResponse(status: 404, headers: ["a": "b"], body: [3, 4]))
  }

  @Test func `content is as long as it says`() {
    #expect(HTTPContent.bytes([1, 2]).count == 2 && ([] as HTTPContent).isEmpty)
    #expect(HTTPContent.file(path: "a", range: 5..<9).count == 4)
    #expect(HTTPContent.file(path: "a", range: 5..<5).isEmpty)
    #expect(HTTPContent.file(path: "a", range: .min ..< .max).count == .max)
  }

  @Test func `header names are lower-case and repeated ones joined`() {
    let response = HTTPResponse(status: 200, headers: ["ETag": "1"])
    #expect(response.headers == ["etag": "1"])
    #expect(
      Set(["1, 2", "2, 1"]).contains(HTTPResponse(status: 200, headers: ["A": "1", "a": "2"]).headers["a"]))
  }
}
