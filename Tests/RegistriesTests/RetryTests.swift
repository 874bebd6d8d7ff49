import Effects
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import Testing

@Suite(
  "Asking a registry again", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct RetryTests {
  private func read(_ bench: Bench, _ change: (inout Client.Wish) -> Void = { _ in }) async -> String? {
    await fault { _ = try await bench.client(change).repository.document(tag: "v1") }
  }

  @Test(arguments: [408, 429, 500, 502, 503, 504])
  func `what passes is tried again, a number of times`(_ status: Int) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.busy(status), path: "/manifests/", times: 3))
    #expect(await read(bench) == nil)
    #expect(try bench.requests("GET", "/manifests/").count == 4)
    try bench.proxy.set(ProxyRule(.busy(status), path: "/manifests/"))
    #expect(await read(bench) == "status")
    #expect(try bench.requests("GET", "/manifests/").count == 8)
  }

  @Test(arguments: [400, 404, 403, 405, 410, 501])
  func `what stays is not tried again`(_ status: Int) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.answer(status), path: "/manifests/"))
    #expect(await read(bench) == ([404: "notFound", 403: "denied"][status] ?? "status"))
    #expect(try bench.requests("GET", "/manifests/").count == 1)
  }

  @Test func `a registry says how long to wait`() async throws {
    let bench = try Bench()
    for busy in [ProxyFault.busy(429, retryAfter: 1), .busy(503, orDateIn: 2)] {
      try bench.proxy.set(ProxyRule(busy, path: "/manifests/", times: 1))
      let started = ContinuousClock.now
      #expect(await read(bench) == nil)
      #expect(started.duration(to: .now) > .seconds(0.9))
    }
  }

  @Test func `a wait that is too long is none`() async throws {
    let bench = try Bench()
    for busy in [ProxyFault.busy(429, retryAfter: 3600), .busy(503, orDateIn: 3600)] {
      try bench.proxy.set(ProxyRule(busy, path: "/manifests/"))
      let before = try bench.requests("GET", "/manifests/").count
      let error = await problem { _ = try await bench.client().repository.document(tag: "v1") }
      guard case .busy(_, let seconds) = error else {
        Issue.record("got \(String(describing: error))")
        continue
      }
      #expect((3500...3600).contains(seconds))
      #expect(try bench.requests("GET", "/manifests/").count == before + 1)
    }
  }

  @Test(arguments: [
    "", "soon", "-5", "Sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 99 Xyz 1994 08:49:37 GMT",
  ])
  func `a wait that is no number counts for nothing`(_ text: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.answer(503, fields: ["Retry-After": text]), path: "/manifests/", times: 1))
    let name = await read(bench)
    #expect(name == nil)
  }

  @Test func `pauses grow`() {
    let policy = RetryPolicy(attempts: 5, pause: 1)
    #expect(policy.attempts == 5)
    #expect(RetryPolicy() == RetryPolicy(attempts: 5, pause: 1, longestPause: 60))
  }

  @Test func `a cut connection is made anew`() async throws {
    let bench = try Bench()
    for cut in [ProxyFault.cutResponse(after: 10), .answerLost] {
      try bench.proxy.set(ProxyRule(cut, path: "/manifests/", times: 3))
      #expect(await read(bench) == nil)
    }
    try bench.proxy.set(ProxyRule(.answerLost, path: "/manifests/"))
    #expect(await read(bench) == "network.other")
  }

  @Test func `a document that drips or stands still is given up`() async throws {
    let bench = try Bench()
    let hasty = HastyNetwork(network: CurlNetwork(), timeout: 1)
    for slow in [ProxyFault.stall(seconds: 10), .drip(seconds: 0.2), .dripHead(seconds: 0.2)] {
      try bench.proxy.set(ProxyRule(slow, path: "/manifests/"))
      #expect(await read(bench) { $0.network = hasty } == "network.timedOut")
    }
    #expect(try bench.requests("GET", "/manifests/").count == 3)
  }

  @Test func `a wait of more seconds than can be counted is too long`() async throws {
    let bench = try Bench()
    let fields = ["Retry-After": "99999999999999999999999"]
    try bench.proxy.set(ProxyRule(.answer(503, fields: fields), path: "/manifests/"))
    #expect(await read(bench) == "busy")
    #expect(try bench.requests("GET", "/manifests/").count == 1)
  }

  @Test func `nobody there is said at once`() async throws {
    let proxy = try FaultyProxy()
    let client = try Client(proxy.address) { $0.retries = RetryPolicy(attempts: 5, pause: 60) }
    proxy.stop()
    #expect(await fault { _ = try await client.repository.tags() } == "network.refused")
  }

  @Test func `a cancelled wait ends at once`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.busy(503, retryAfter: 50), path: "/manifests/"))
    let client = try bench.client()
    let work = Task { await fault { _ = try await client.repository.document(tag: "v1") } }
    try await Task.sleep(for: .seconds(1))
    let started = ContinuousClock.now
    work.cancel()
    #expect(await work.value == "network.cancelled")
    #expect(started.duration(to: .now) < .seconds(300))
  }

  @Test func `a manifest is put again when the answer is lost`() async throws {
    let bench = try Bench()
    let repository = try bench.client().repository
    let document = try await repository.document(tag: "v1")
    try bench.proxy.set(ProxyRule(.answerLost, method: "PUT", times: 1))
    try await repository.put(document, tag: "lost")
    #expect(try await repository.digest(ofTag: "lost") == document.descriptor.digest)
  }
}
