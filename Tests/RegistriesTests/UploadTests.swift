import Effects
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite(
  "Blobs into a registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct UploadTests {
  private static let large = chance(5 << 20)

  /// Uploads bytes from a file, a part of one, through a proxy with rules.
  private func upload(
    _ bytes: [UInt8], _ bench: Bench, _ change: (inout Client.Wish) -> Void = { _ in }
  ) async throws -> BlobOutcome {
    let client = try bench.client {
      $0.repository = "up/\(UInt64.random(in: 0 ... .max))"
      change(&$0)
    }
    let path = client.scratch.at("content")
    try client.scratch.files.write([1, 2, 3] + bytes + [4], to: path, mode: 0o600)
    let blob = Descriptor(of: bytes, mediaType: "a/b")
    let outcome = try await client.repository.upload(
      blob, .file(path: path, range: 3..<Int64(bytes.count + 3)))
    try await client.repository.verifyBlob(blob)
    return outcome
  }

  private func sent(_ bench: Bench) throws -> [String] {
    try bench.proxy.requests.filter { ["POST", "PATCH", "PUT"].contains($0.method) }.map(\.method)
  }

  @Test func `a small blob goes up in one request, and is there afterwards`() async throws {
    let bench = try Bench()
    let client = try bench.client { $0.repository = "up/\(UInt64.random(in: 0 ... .max))" }
    let blob = Descriptor(of: [1, 2, 3], mediaType: "a/b")
    #expect(try await client.repository.upload(blob, [1, 2, 3]) == .uploaded)
    #expect(try await client.repository.upload(blob, [1, 2, 3]) == .present)
    #expect(try await client.repository.blob(blob) == [1, 2, 3])
    #expect(try sent(bench) == ["POST", "PUT"])
  }

  @Test func `a large blob is streamed`() async throws {
    let bench = try Bench()
    #expect(try await upload(Self.large, bench) == .uploaded)
    #expect(try sent(bench) == ["POST", "PATCH", "PUT"])
    let patch = try bench.requests("PATCH", "/blobs/uploads/")[0]
    #expect(patch.length == Self.large.count)
    #expect(patch.values(of: "content-length") == ["\(Self.large.count)"])
    #expect(patch.values(of: "content-range") == ["0-\(Self.large.count - 1)"])
    #expect(patch.values(of: "expect") == [])
  }

  @Test func `a blob goes up in chunks`() async throws {
    let bench = try Bench()
    let bytes = chance(10_000)
    #expect(try await upload(bytes, bench) { $0.chunk = 4_000 } == .uploaded)
    let ranges = try bench.requests("PATCH", "/blobs/uploads/").flatMap { $0.values(of: "content-range") }
    #expect(ranges == ["0-3999", "4000-7999", "8000-9999"])
    #expect(try bench.requests("PUT", "/blobs/uploads/").map(\.length) == [0])
    #expect(try await upload(chance(10_000, seed: 2), bench) { $0.chunk = 1 << 20 } == .uploaded)
  }

  @Test func `an upload that was cut goes on where the registry is`() async throws {
    let bench = try Bench(resumesUploads: true)
    try bench.proxy.set(ProxyRule(.cutRequest(after: 1 << 20), method: "PATCH", times: 2))
    #expect(try await upload(Self.large, bench) == .uploaded)
    let ranges = try bench.requests("PATCH", "/blobs/uploads/").map { $0.values(of: "content-range")[0] }
    let end = Self.large.count - 1
    #expect(ranges.count == 3)
    #expect(ranges.first == "0-\(end)")
    #expect(!ranges.dropFirst().contains("0-\(end)"))
    #expect(try sent(bench).filter { $0 == "POST" }.count == 1)
  }

  @Test func `chunks go on after a cut, too`() async throws {
    let bench = try Bench(resumesUploads: true)
    try bench.proxy.set(ProxyRule(.cutRequest(after: 1_000), method: "PATCH", skipping: 1, times: 1))
    #expect(try await upload(chance(10_000), bench) { $0.chunk = 4_000 } == .uploaded)
    #expect(try sent(bench).filter { $0 == "POST" }.count == 1)
  }

  @Test func `a registry that forgets what was cut gets the blob from the start`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.cutRequest(after: 1 << 20), method: "PATCH", times: 1))
    #expect(try await upload(Self.large, bench) == .uploaded)
    #expect(try sent(bench) == ["POST", "PATCH", "POST", "PATCH", "PUT"])
  }

  @Test func `an upload that is always cut is given up`() async throws {
    for resumes in [false, true] {
      let bench = try Bench(resumesUploads: resumes)
      try bench.proxy.set(ProxyRule(.cutRequest(after: 0), method: "PATCH"))
      let name = await fault { _ = try await upload(Self.large, bench) }
      #expect(["network.other", "uploadStuck"].contains(name))
      #expect(try bench.requests("PATCH", "").count <= 5)
    }
  }

  @Test func `a registry whose progress goes to and fro is given up`() async throws {
    let ranges = ["0-9", "0-4"]
    let network = ScriptedNetwork { request in
      let place = ["Location": "/v2/x/blobs/uploads/1"]
      switch request.method {
      case "HEAD": return HTTPResponse(status: 404)
      case "PATCH":
        let from = request.headers["Content-Range"]?.hasPrefix("10-") == true
        return HTTPResponse(status: 202, headers: place.merging(["Range": ranges[from ? 1 : 0]]) { $1 })
      default: return HTTPResponse(status: 202, headers: place)
      }
    }
    let client = try Client("registry.example") { ($0.network, $0.chunk) = (network, 50) }
    let blob = Descriptor(of: chance(100), mediaType: "a/b")
    let work = Task { await fault { _ = try await client.repository.upload(blob, .bytes(chance(100))) } }
    let limit = Task {
      try await Task.sleep(for: .seconds(600))
      work.cancel()
    }
    #expect(await work.value == "uploadStuck")
    limit.cancel()
    #expect(network.requests.count < 100)
  }

  @Test(arguments: [1 << 10, 5 << 20])
  func `an answer that was lost does not send the blob twice`(_ size: Int) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.answerLost, method: "PUT", times: 1))
    #expect(try await upload(chance(size, seed: 7), bench) == .uploaded)
    #expect(try bench.requests("PUT", "/blobs/uploads/").count == 1)
  }

  @Test func `an upload of which the beginning's answer is lost begins again`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.answerLost, method: "POST", times: 1))
    #expect(try await upload(chance(1000, seed: 8), bench) == .uploaded)
  }

  @Test func `the registry refuses what has another digest`() async throws {
    let client = try Client(LocalRegistry.shared().address)
    let wrong = Descriptor(mediaType: "a/b", digest: .sha256([9]), size: 3)
    let error = await problem { _ = try await client.repository.upload(wrong, [1, 2, 3]) }
    guard case .status(_, 400, let said) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(said?.contains("DIGEST_INVALID") == true)
  }

  @Test func `a file that is shorter than described is an error`() async throws {
    let client = try Client(LocalRegistry.shared().address)
    try client.scratch.write("short", "abc")
    for (size, range) in [(Int64(10), Int64(0)..<10), (5 << 20, 0..<5 << 20)] {
      let blob = Descriptor(mediaType: "a/b", digest: .sha256([9]), size: size)
      let content = HTTPContent.file(path: client.scratch.at("short"), range: range)
      #expect(
        await fault { _ = try await client.repository.upload(blob, content) }
          == "network.contentNotStored.changedWhileRead")
    }
  }

  @Test func `an upload that stands still is cut and goes on`() async throws {
    let bench = try Bench(resumesUploads: false)
    try bench.proxy.set(ProxyRule(.stallRequest(after: 1 << 20, seconds: 20), method: "PATCH", times: 1))
    let network = HastyNetwork(network: CurlNetwork(), timeout: 20, pace: HTTPPace(bytes: 1024, seconds: 1))
    #expect(try await upload(Self.large, bench) { $0.network = network } == .uploaded)
  }

  @Test(arguments: ["POST", "PATCH", "PUT"])
  func `a registry that is busy is asked again`(_ method: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.busy(429, retryAfter: 0), method: method, times: 2))
    #expect(try await upload(Self.large, bench) == .uploaded)
    #expect(try bench.requests(method, "").count == 3)
    try bench.proxy.set(ProxyRule(.busy(429, retryAfter: 3600), method: method))
    #expect(await fault { _ = try await upload(Self.large, bench) } == "busy")
  }

  @Test(arguments: ["POST", "PATCH", "PUT"])
  func `a registry that fails a while gets the blob all the same`(_ method: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.busy(503), method: method, times: 1))
    #expect(try await upload(Self.large, bench) == .uploaded)
  }

  @Test func `a blob is mounted from another repository`() async throws {
    let bench = try Bench()
    let client = try bench.client { $0.repository = "mounts/\(UInt64.random(in: 0 ... .max))" }
    let layer = try bench.layer
    #expect(try await client.repository.hasBlob(layer) == false)
    #expect(try await client.repository.mount(layer, from: bench.pushed.path))
    #expect(try await client.repository.hasBlob(layer))
    let other = Descriptor(of: [4, 5, 6], mediaType: "a/b")
    #expect(try await client.repository.mount(other, from: bench.pushed.path) == false)
    #expect(try bench.requests("DELETE", "/blobs/uploads/").map(\.status) == [204])
  }

  @Test(arguments: [401, 403]) func `who may not read there sends the blob`(_ status: Int) async throws {
    let bench = try Bench()
    let fields = status == 401 ? ["WWW-Authenticate": "Basic realm=x"] : [:]
    try bench.proxy.set(ProxyRule(.answer(status, fields: fields), method: "POST", path: "mount="))
    let client = try bench.client { $0.repository = "mounts/\(UInt64.random(in: 0 ... .max))" }
    #expect(try await client.repository.mount(bench.layer, from: bench.pushed.path) == false)
  }

  @Test func `an upload that nobody goes on with may stay where it is`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.busy(503), method: "DELETE"))
    let client = try bench.client { $0.repository = "mounts/\(UInt64.random(in: 0 ... .max))" }
    let other = Descriptor(of: [4, 5, 7], mediaType: "a/b")
    #expect(try await client.repository.mount(other, from: bench.pushed.path) == false)
    #expect(try bench.requests("DELETE", "").count == 1)
  }
}
