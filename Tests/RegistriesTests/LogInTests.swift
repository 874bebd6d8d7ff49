import Effects
import Foundation
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import Testing

@Suite(
  "Logging in to a registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct LogInTests {
  private static let bytes: [UInt8] = [1, 2, 3]
  private let blob = Descriptor(of: bytes, mediaType: "a/b")
  private let secret = "s3cr:et/\(UInt64.random(in: 0 ... .max))"

  private func basic() throws -> LocalRegistry { try .shared(.basic(user: "ada", password: "pw")) }

  @Test func `a name and a password open a registry, and are asked for once`() async throws {
    let proxy = try FaultyProxy(before: basic())
    let client = try Client(proxy.address) { $0.credentials = Client.account(proxy.address, "ada", "pw") }
    #expect(try await client.repository.upload(blob, .bytes(Self.bytes)) == .uploaded)
    #expect(try await client.repository.blob(blob) == Self.bytes)
    let refused = try proxy.requests.filter { $0.status == 401 }
    // The search for the place, and the first request.
    #expect(refused.count == 2)
    #expect(try proxy.requests.count == 2 + 4)
  }

  @Test func `without credentials a locked registry is told apart from one that refuses them`() async throws {
    let proxy = try FaultyProxy(before: basic())
    for account in [nil, "wrong"] {
      let client = try Client(proxy.address) { wish in
        if let account { wish.credentials = Client.account(proxy.address, "ada", account) }
      }
      let before = try proxy.requests.count
      let error = await problem { _ = try await client.repository.blob(blob) }
      guard case .unauthorized(_, let hadCredentials, _) = error else {
        Issue.record("got \(String(describing: error))")
        continue
      }
      #expect(hadCredentials == (account != nil))
      #expect(try proxy.requests.count - before == (account == nil ? 2 : 3))
    }
  }

  @Test(arguments: ["Basic", "Bearer"])
  func `a registry that is never content is left`(_ scheme: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.challenge(scheme)))
    for account in ["{}", Client.account(bench.proxy.address, "ada", secret)] {
      let before = try bench.proxy.requests.count
      let client = try bench.client { $0.credentials = account }
      let error = await problem { _ = try await client.repository.document(tag: "v1") }
      guard case .unauthorized(_, let hadCredentials, _) = error else {
        Issue.record("got \(String(describing: error))")
        continue
      }
      #expect(hadCredentials == (account != "{}"))
      #expect(try bench.proxy.requests.count - before <= 6)
    }
  }

  @Test(arguments: [
    "Negotiate", "Digest realm=\"x\"", "Bearer service=\"x\"", "", "Bearer", "\"\"\"",
    "Bearer realm=\"/token\"x",
  ])
  func `what cannot be answered is an error by its name`(_ challenge: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.answer(401, fields: ["WWW-Authenticate": challenge])))
    let client = try bench.client { $0.credentials = Client.account(bench.proxy.address, "ada", secret) }
    #expect(await fault { _ = try await client.repository.document(tag: "v1") } == "challenge")
  }

  @Test func `of several challenges the one that is known is answered`() async throws {
    let bench = try Bench()
    let fields = ["WWW-Authenticate": "Negotiate, Digest realm=\"a, b\", Basic realm=\"x\""]
    try bench.proxy.set(ProxyRule(.answer(401, fields: fields), path: "/manifests/", times: 1))
    let client = try bench.client { $0.credentials = Client.account(bench.proxy.address, "ada", secret) }
    _ = try await client.repository.document(tag: "v1")
    let last = try bench.requests("GET", "/manifests/")[1].values(of: "authorization")
    #expect(last == ["Basic " + Data("ada:\(secret)".utf8).base64EncodedString()])
  }

  @Test func `many who ask at once all get in`() async throws {
    let registry = try basic()
    let client = try Client(registry.address) {
      $0.credentials = Client.account(registry.address, "ada", "pw")
    }
    _ = try await client.repository.upload(blob, .bytes(Self.bytes))
    let fresh = try Client(registry.address) { wish in
      wish.credentials = Client.account(registry.address, "ada", "pw")
      wish.repository = client.repository.name.split(separator: "/").dropFirst().joined(separator: "/")
    }
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try await fresh.repository.blob(blob) } }
      for try await bytes in group { #expect(bytes == Self.bytes) }
    }
  }

  @Test func `a password is in no error and in no list of processes`() async throws {
    let bench = try Bench()
    try bench.proxy.set(
      ProxyRule(.challenge("Basic"), path: "/manifests/", times: 1),
      ProxyRule(.stall(seconds: 2), path: "/manifests/"))
    let network = HastyNetwork(network: CurlNetwork(), timeout: 1.5)
    let client = try bench.client {
      $0.credentials = Client.account(bench.proxy.address, "ada", secret)
      ($0.network, $0.retries) = (network, RetryPolicy(attempts: 1))
    }
    let work = Task { await problem { _ = try await client.repository.document(tag: "v1") } }
    let encoded = Data("ada:\(secret)".utf8).base64EncodedString()
    var sawCurl = false
    for _ in 0..<40 {
      let processes = Self.commandLines()
      sawCurl = sawCurl || processes.contains { $0.hasPrefix("curl") }
      #expect(!processes.contains { $0.contains(secret) || $0.contains(encoded) })
      try await Task.sleep(for: .milliseconds(40))
    }
    #expect(sawCurl)
    let words = "\(String(describing: await work.value))"
    #expect(!words.contains(secret) && !words.contains(encoded))
  }

  /// What `ps` shows of all processes.
  private static func commandLines() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.compactMap { name in
      (try? Data(contentsOf: URL(filePath: "/proc/\(name)/cmdline"))).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
