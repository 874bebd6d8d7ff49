import Effects
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import StrictJSON
import Testing

@Suite(
  "Other hosts than the registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct HostTests {
  private let secret = "hunter2-\(UInt64.random(in: 0 ... .max))"

  /// A proxy before a registry that wants a password.
  private func locked() throws -> (proxy: FaultyProxy, client: Client) {
    let registry = try LocalRegistry.shared(.basic(user: "ada", password: "pw"))
    let proxy = try FaultyProxy(before: registry)
    let client = try Client(proxy.address) { $0.credentials = Client.account(proxy.address, "ada", "pw") }
    return (proxy, client)
  }

  @Test func `a blob on another host is fetched there without credentials`() async throws {
    let (proxy, client) = try locked()
    let blob = Descriptor(of: [1, 2, 3], mediaType: "a/b")
    _ = try await client.repository.upload(blob, [1, 2, 3])
    try proxy.set(ProxyRule(.redirect(), method: "GET", path: "/blobs/"))
    // The other host hands on to a registry that wants a password, and gets none.
    #expect(await fault { _ = try await client.repository.blob(blob) } == "unauthorized")
    let elsewhere = try proxy.requests.filter { $0.place == .elsewhere }
    #expect(elsewhere.count == 1)
    #expect(elsewhere.allSatisfy { $0.values(of: "authorization").isEmpty })
  }

  @Test func `a blob on another host of an open registry comes from there`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.redirect(), method: "GET", path: "/blobs/"))
    try await bench.client().repository.verifyBlob(bench.layer)
    #expect(try bench.proxy.requests.filter { $0.place == .elsewhere }.count == 1)
  }

  @Test func `another host that asks for credentials gets none, nor does a realm of its choice`() async throws
  {
    let bench = try Bench()
    let evil = try FaultyProxy()
    try bench.proxy.set(ProxyRule(.redirect(to: evil.url), method: "GET", path: "/blobs/"))
    for scheme in ["Basic", "Bearer"] {
      try evil.set(ProxyRule(.challenge(scheme), path: "/blobs/"))
      let client = try bench.client { $0.credentials = Client.account(bench.proxy.address, "ada", secret) }
      #expect(await fault { _ = try await client.repository.verifyBlob(bench.layer) } == "unauthorized")
    }
    #expect(try evil.requests.allSatisfy { $0.values(of: "authorization").isEmpty })
    #expect(try evil.requests.filter { $0.path == "/token" }.isEmpty)
    #expect(try bench.proxy.requests.allSatisfy { $0.values(of: "authorization").isEmpty })
  }

  @Test func `an upload that goes on elsewhere takes no credentials there`() async throws {
    let (proxy, client) = try locked()
    let place = "http://\(proxy.elsewhere)/v2/x/blobs/uploads/1"
    try proxy.set(ProxyRule(.field("Location", place), method: "POST"))
    let blob = Descriptor(of: [1, 2, 4], mediaType: "a/b")
    #expect(await fault { _ = try await client.repository.upload(blob, [1, 2, 4]) } == "unauthorized")
    let elsewhere = try proxy.requests.filter { $0.place == .elsewhere }
    #expect(elsewhere.map(\.method) == ["PUT"])
    #expect(elsewhere.allSatisfy { $0.values(of: "authorization").isEmpty })
  }

  @Test(arguments: ["http://evil.example/x", "ftp://127.0.0.1/x", "uploads/1", "", "https:/x"])
  func `an upload does not go on at a place that is less safe, or none`(_ place: String) async throws {
    let (proxy, client) = try locked()
    try proxy.set(ProxyRule(.field("Location", place), method: "POST"))
    let blob = Descriptor(of: [1, 2, 5], mediaType: "a/b")
    let name = await fault { _ = try await client.repository.upload(blob, [1, 2, 5]) }
    #expect(["unsafeAddress", "malformed"].contains(name))
    #expect(try proxy.requests.allSatisfy { !["PUT", "PATCH"].contains($0.method) })
  }

  /// A registry behind TLS that wants a password, and begins uploads at a place.
  private func scripted(_ name: String, place: String) throws -> (ScriptedNetwork, Client) {
    let network = ScriptedNetwork { request in
      if request.headers["Authorization"] == nil, !request.url.hasPrefix("https://other.") {
        return HTTPResponse(status: 401, headers: ["WWW-Authenticate": "Basic realm=x"])
      }
      switch request.method {
      case "HEAD": return HTTPResponse(status: 404)
      case "POST": return HTTPResponse(status: 202, headers: ["Location": place])
      default: return HTTPResponse(status: 201, headers: ["Location": "/x"])
      }
    }
    let client = try Client(name) {
      ($0.network, $0.credentials) = (network, Client.account(name, "ada", "pw"))
    }
    return (network, client)
  }

  @Test(arguments: [
    ("registry.example", "https://registry.example/v2/u", "https://registry.example/v2/u", true),
    ("registry.example", "https://REGISTRY.example:443/v2/u", "https://REGISTRY.example:443/v2/u", true),
    ("registry.example:443", "https://registry.example/v2/u", "https://registry.example/v2/u", true),
    ("registry.example", "http://registry.example/v2/u", "https://registry.example/v2/u", true),
    ("registry.example", "https://other.example/u", "https://other.example/u", false),
  ])
  func `an upload goes on where the registry says, and shows its password only there`(
    _ name: String, _ place: String, _ url: String, _ isOwn: Bool
  ) async throws {
    let (network, client) = try scripted(name, place: place)
    _ = try await client.repository.upload(Descriptor(of: [1], mediaType: "a/b"), [1])
    let put = try #require(network.requests.first { $0.method == "PUT" })
    #expect(put.url.hasPrefix(url + "?digest=sha256:"))
    #expect((put.headers["Authorization"] != nil) == isOwn)
  }

  @Test(arguments: [
    "http://other.example/u", "http://127.0.0.1/u", "http://registry.example.evil.example/u",
    "http://registry.example@evil.example/u",
  ])
  func `from TLS no way leads to a place without`(_ place: String) async throws {
    let (network, client) = try scripted("registry.example", place: place)
    let blob = Descriptor(of: [1], mediaType: "a/b")
    #expect(await fault { _ = try await client.repository.upload(blob, [1]) } == "unsafeAddress")
    #expect(network.requests.allSatisfy { $0.url.hasPrefix("https://registry.example/") })
  }

  @Test(arguments: ["https://registry.example@evil.example/u", "https://registry.example.evil.example/u"])
  func `a host that looks like the registry is another`(_ place: String) async throws {
    let (network, client) = try scripted("registry.example", place: place)
    let blob = Descriptor(of: [1], mediaType: "a/b")
    #expect(await fault { _ = try await client.repository.upload(blob, [1]) } == "unauthorized")
    #expect(
      network.requests.filter { $0.url.contains("evil") }.allSatisfy { $0.headers["Authorization"] == nil })
  }

  @Test(arguments: [
    ("registry.example", [], "https://registry.example/v2/"),
    ("registry.example:5000", ["registry.example:5000"], "http://registry.example:5000/v2/"),
    ("registry.example:5000", ["registry.example"], "https://registry.example:5000/v2/"),
    ("docker.io", [], "https://registry-1.docker.io/v2/"),
    ("127.0.0.1.evil.example", [], "https://127.0.0.1.evil.example/v2/"),
    ("localhost:5000", [], "http://localhost:5000/v2/"), ("127.0.0.1", [], "http://127.0.0.1/v2/"),
  ])
  func `only who is asked for without TLS, or this machine, is spoken to without`(
    _ name: String, _ plain: [String], _ base: String
  ) async throws {
    let network = ScriptedNetwork { _ in HTTPResponse(status: 404) }
    let client = try Client(name) { ($0.network, $0.plainHTTP) = (network, Set(plain)) }
    #expect(try await client.repository.digest(ofTag: "v1") == nil)
    #expect(network.requests.allSatisfy { $0.url.hasPrefix(base) })
  }

  @Test func `a registry behind TLS is found, and trusted by its authority alone`() async throws {
    let registry = try LocalRegistry.shared(.tls)
    let blob = Descriptor(of: [1, 2, 3], mediaType: "a/b")
    let client = try Client(registry.address) { $0.authority = registry.authority }
    _ = try await client.repository.upload(blob, [1, 2, 3])
    #expect(try await client.repository.blob(blob) == [1, 2, 3])
    let stranger = try Client(registry.address)
    #expect(await fault { _ = try await stranger.repository.blob(blob) } == "network.tls")
  }

  @Test func `a password goes over TLS, too`() async throws {
    let registry = try LocalRegistry.shared(.basicOverTLS(user: "ada", password: "pw"))
    let client = try Client(registry.address) {
      $0.authority = registry.authority
      $0.credentials = Client.account(registry.address, "ada", "pw")
    }
    let blob = Descriptor(of: chance(5 << 20), mediaType: "a/b")
    _ = try await client.repository.upload(blob, .bytes(chance(5 << 20)))
    try await client.repository.verifyBlob(blob)
  }
}
