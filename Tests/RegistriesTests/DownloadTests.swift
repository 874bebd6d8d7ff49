import Effects
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite(
  "Blobs from a registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct DownloadTests {
  /// Downloads the layer of a bench and returns its digest.
  private func download(_ bench: Bench, _ change: (inout Client.Wish) -> Void = { _ in }) async throws
    -> HashedFile
  {
    let client = try bench.client(change)
    try client.scratch.write("blob", "")
    let path = client.scratch.at("blob")
    try await client.repository.download(bench.layer, to: path, client.world.files)
    return try client.scratch.files.copyHashing(path, to: nil)
  }

  private func gets(_ bench: Bench) throws -> [ProxiedRequest] { try bench.requests("GET", "/blobs/") }

  @Test func `a blob comes as it is`() async throws {
    let bench = try Bench()
    let layer = try bench.layer
    let client = try bench.client()
    #expect(try await download(bench).digest == layer.digest)
    try await client.repository.verifyBlob(layer)
    #expect(try await Digest.sha256(client.repository.blob(layer, limit: 1 << 20)) == layer.digest)
    #expect(try await client.repository.hasBlob(layer))
    #expect(try await client.repository.hasBlob(Descriptor(of: [9, 9], mediaType: "a/b")) == false)
    #expect(await fault { _ = try await client.repository.blob(layer, limit: 1000) } == "sizeMismatch")
  }

  @Test func `a cut download goes on where it was cut`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 2))
    #expect(try await download(bench).digest == (try bench.layer.digest))
    let ranges = try gets(bench).map { $0.values(of: "range") }
    #expect(ranges == [[], ["bytes=100000-"], ["bytes=200000-"]])
  }

  @Test func `a registry without ranges sends all of it again`() async throws {
    let bench = try Bench()
    try bench.proxy.set(
      ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.withoutRange, method: "GET", path: "/blobs/"))
    let file = try await download(bench)
    #expect(file.digest == (try bench.layer.digest))
    #expect(try gets(bench).count == 3)
  }

  @Test func `a registry without ranges that cuts every answer is given up`() async throws {
    let content = chance(200_000)
    let network = CutNetwork(content: content, count: 100_000)
    let client = try Client("registry.example") { $0.network = network }
    let name = await fault {
      try await client.repository.verifyBlob(Descriptor(of: content, mediaType: "a/b"))
    }
    #expect(["network.other", "malformed"].contains(name))
    #expect(network.requests.count < 20)
  }

  @Test func `a part that begins elsewhere than was asked is not taken`() async throws {
    let bench = try Bench()
    let wrong = ProxyFault.field("Content-Range", "bytes 5-299999/300000")
    try bench.proxy.set(
      ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(wrong, method: "GET", path: "/blobs/", times: 1))
    #expect(try await download(bench).digest == (try bench.layer.digest))
    #expect(try gets(bench).map { $0.values(of: "range") } == [[], ["bytes=100000-"], []])
  }

  @Test func `parts that do not belong together are fetched anew once`() async throws {
    let bench = try Bench()
    try bench.proxy.set(
      ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.corrupt(at: 10), method: "GET", path: "/blobs/", times: 1))
    #expect(try await download(bench).digest == (try bench.layer.digest))
    #expect(try gets(bench).map { $0.values(of: "range") } == [[], ["bytes=100000-"], []])
  }

  @Test func `a registry that cuts and changes again and again is refused`() async throws {
    let bench = try Bench()
    try bench.proxy.set(
      ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.corrupt(at: 10), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.corrupt(at: 10), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.cutResponse(after: 100_000), method: "GET", path: "/blobs/", times: 1),
      ProxyRule(.corrupt(at: 10), method: "GET", path: "/blobs/"))
    #expect(await fault { try await bench.client().repository.verifyBlob(bench.layer) } == "digestMismatch")
    #expect(try gets(bench).count == 4)
  }

  @Test func `another content in one answer is refused at once`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.corrupt(at: 70_000), method: "GET", path: "/blobs/"))
    #expect(await fault { try await bench.client().repository.verifyBlob(bench.layer) } == "digestMismatch")
    #expect(try gets(bench).count == 1)
  }

  @Test func `all that is due has come before the end of a length that is too long`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.length(by: 10), method: "GET", path: "/blobs/"))
    #expect(await fault { try await bench.client().repository.verifyBlob(bench.layer) } == "network.tooLarge")
    let small = try Descriptor(bench.image.config)
    try await bench.client().repository.verifyBlob(small)
  }

  @Test func `a length that is too short, and half of the content, are refused`() async throws {
    let bench = try Bench()
    for wrong in [ProxyFault.length(by: -10), .truncate(to: 5_000)] {
      try bench.proxy.set(ProxyRule(wrong, method: "GET", path: "/blobs/"))
      #expect(await fault { try await bench.client().repository.verifyBlob(bench.layer) } == "sizeMismatch")
    }
  }

  @Test func `a blob without end is cut off`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.endless(), method: "GET", path: "/blobs/"))
    #expect(await fault { try await bench.client().repository.verifyBlob(bench.layer) } == "network.tooLarge")
  }

  @Test func `what an error says is no part of the blob`() async throws {
    let bench = try Bench()
    let small = try Descriptor(bench.image.config)
    let body = String(repeating: "x", count: 20_000)
    try bench.proxy.set(ProxyRule(.answer(503, body: body), method: "GET", path: "/blobs/", times: 2))
    let client = try bench.client()
    try client.scratch.write("blob", "")
    try await client.repository.download(small, to: client.scratch.at("blob"), client.world.files)
    let file = try client.scratch.files.copyHashing(client.scratch.at("blob"), to: nil)
    #expect(file.digest == small.digest)
  }

  @Test func `a blob that stands still or drips is given up and gone on with`() async throws {
    let bench = try Bench()
    for wrong in [ProxyFault.stall(seconds: 30), .drip(bytes: 10, seconds: 0.2)] {
      try bench.proxy.set(ProxyRule(wrong, method: "GET", path: "/blobs/", times: 1))
      let network = HastyNetwork(network: CurlNetwork(), pace: HTTPPace(bytes: 1024, seconds: 1))
      #expect(try await download(bench) { $0.network = network }.digest == (try bench.layer.digest))
    }
  }

  @Test func `a blob that cannot be kept is an error`() async throws {
    let bench = try Bench()
    let client = try bench.client()
    #expect(
      await fault {
        try await client.repository.download(
          bench.layer, to: client.scratch.at("no/file"), client.world.files)
      } == "file.notFound")
  }

  @Test func `an empty blob is one, too`() async throws {
    let client = try Client(LocalRegistry.shared().address)
    let empty = Descriptor(of: [], mediaType: "a/b")
    #expect(try await client.repository.upload(empty, []) == .uploaded)
    try await client.repository.verifyBlob(empty)
    #expect(try await client.repository.blob(empty) == [])
  }
}

/// A registry without ranges whose answers break off.
final class CutNetwork: Network {
  private let inner: ScriptedNetwork
  private let content: [UInt8]
  private let count: Int

  init(content: [UInt8], count: Int) {
    (self.content, self.count) = (content, count)
    inner = ScriptedNetwork { _ in HTTPResponse(status: 200) }
  }

  var requests: [HTTPRequest] { inner.requests }

  func send(
    _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> HTTPResponse {
    _ = try await inner.send(request) { _ in }
    if content.count > request.bodyLimit { throw .tooLarge(url: request.url, limit: request.bodyLimit) }
    guard inner.requests.count < 50 else { throw .cancelled(url: request.url) }
    take(.start)
    take(.content(content[..<count]))
    throw .other(url: request.url, message: "cut")
  }
}
