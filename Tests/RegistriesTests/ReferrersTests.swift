import Effects
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing

@Suite(
  "What refers to an image", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct ReferrersTests {
  private static let type = "application/vnd.example.note"

  /// An image in a repository of its own, behind a proxy.
  private struct Place {
    let proxy: FaultyProxy
    let path = "subjects/\(UInt64.random(in: 0 ... .max))"
    let subject: Descriptor

    init(referrersPage: Int? = nil) async throws {
      proxy = try FaultyProxy(before: LocalRegistry.shared(), referrersPage: referrersPage)
      let factory = try ImageFactory()
      let image = try factory.image(tag: "v1")
      subject = try Descriptor(image.descriptor)
      let client = try Client(proxy.address) { [path] in $0.repository = path }
      let layout = try ImageLayout(at: factory.layout, client.world.files)
      _ = try await ImageTransfer(from: layout, to: client.repository).copy(subject.digest)
    }

    func client(pause: Double = 0.01) throws -> Client {
      try Client(proxy.address) {
        ($0.repository, $0.retries) = (path, RetryPolicy(attempts: 4, pause: pause))
      }
    }

    func attach(_ text: String, type: String = ReferrersTests.type, by client: Client) async throws -> Bool {
      let blob = Descriptor(of: Array(text.utf8), mediaType: "text/plain")
      let artifact = ArtifactManifest(artifactType: type, layers: [blob], subject: subject)
      return try await client.repository.attach(artifact, blobs: [(blob, Array(text.utf8))])
    }

    func found(type: String? = nil) async throws -> [Descriptor] {
      try await client().repository.referrers(of: subject.digest, artifactType: type)
    }
  }

  @Test(arguments: [nil, 0, 1, 2])
  func `what is attached is found, all of it or one kind`(_ page: Int?) async throws {
    let place = try await Place(referrersPage: page)
    #expect(try await place.found() == [])
    let client = try place.client()
    for text in ["a", "b", "c"] {
      #expect(try await place.attach(text, type: text == "c" ? "a/other" : Self.type, by: client))
    }
    #expect(try await place.found().count == 3)
    #expect(try await place.found(type: Self.type).count == 2)
    #expect(try await place.found(type: "a/other").map(\.artifactType) == ["a/other"])
    #expect(try await place.found(type: "a/none") == [])
    // Only where there is no list of the registry's own is there a tag.
    let tag = ReferrersIndex.fallbackTag(of: place.subject.digest)
    #expect((try await client.repository.digest(ofTag: tag) != nil) == (page == nil))
  }

  @Test(arguments: [nil, 0]) func `attached twice is attached once`(_ page: Int?) async throws {
    let place = try await Place(referrersPage: page)
    let client = try place.client()
    #expect(try await place.attach("a", by: client))
    #expect(try await place.attach("a", by: client) == false)
    #expect(try await place.attach("a", by: place.client()) == false)
    #expect(try await place.found().count == 1)
  }

  @Test func `what was cut off is attached by doing it again`() async throws {
    let place = try await Place()
    try place.proxy.set(ProxyRule(.answer(500), method: "PUT", path: "/manifests/sha256-"))
    let client = try place.client()
    #expect(await fault { _ = try await place.attach("a", by: client) } == "status")
    #expect(try await place.found() == [])
    try place.proxy.set()
    #expect(try await place.attach("a", by: client))
    #expect(try await place.found().count == 1)
  }

  @Test func `clients that attach at the same time lose nothing`() async throws {
    for round in 0..<3 {
      let place = try await Place()
      let clients = try (0..<3).map { _ in try place.client(pause: 0.7) }
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for (number, client) in clients.enumerated() {
          group.addTask { try await place.attach("\(round) \(number)", by: client) }
        }
        for try await isNew in group { #expect(isNew) }
      }
      #expect(try await place.found().count == clients.count)
    }
  }

  @Test func `others who write the list all the time are an error`() async throws {
    let place = try await Place()
    let empty = String(decoding: ReferrersIndex().bytes, as: UTF8.self)
    let answer = ProxyFault.answer(200, fields: ["Content-Type": MediaType.ociIndex], body: empty)
    try place.proxy.set(ProxyRule(answer, method: "GET", path: "/manifests/sha256-"))
    #expect(await fault { _ = try await place.attach("a", by: place.client()) } == "contended")
  }

  @Test(arguments: [404, 400, 405, 501])
  func `a registry that keeps no list has the tag, at once`(_ status: Int) async throws {
    let place = try await Place()
    _ = try await place.attach("a", by: place.client())
    try place.proxy.set(ProxyRule(.answer(status), path: "/referrers/"))
    let before = try place.proxy.requests.count
    #expect(try await place.found().count == 1)
    #expect(try place.proxy.requests[before...].filter { $0.target.contains("/referrers/") }.count == 1)
  }

  @Test func `a page for people is no list`() async throws {
    let place = try await Place()
    _ = try await place.attach("a", by: place.client())
    try place.proxy.set(
      ProxyRule(.answer(200, fields: ["Content-Type": "text/html"], body: "<p>"), path: "/referrers/"))
    #expect(try await place.found().count == 1)
  }

  @Test(arguments: [403, 500]) func `a list that may not be read, or is broken, is no empty one`(
    _ status: Int
  ) async throws {
    let place = try await Place()
    try place.proxy.set(ProxyRule(.busy(status), path: "/referrers/"))
    #expect(await fault { _ = try await place.found() } == (status == 403 ? "denied" : "status"))
  }

  private func answer(_ body: String) -> ProxyFault {
    .answer(200, fields: ["Content-Type": MediaType.ociIndex], body: body)
  }

  @Test(arguments: ["", "{}", "[]", "{\"schemaVersion\":2,\"manifests\":5}"])
  func `what is no list is refused by name`(_ body: String) async throws {
    let place = try await Place()
    for path in ["/referrers/", "/manifests/sha256-"] {
      try place.proxy.set(ProxyRule(answer(body), path: path))
      #expect(await fault { _ = try await place.found() }?.hasPrefix("document.") == true)
    }
  }

  @Test(arguments: [
    "5", "{\"mediaType\":\"a/b\",\"digest\":\"sha256:00\",\"size\":1}",
    "{\"mediaType\":\"a/b\",\"digest\":\"x\",\"size\":-1}",
  ])
  func `junk in a list hides nothing else in it`(_ junk: String) async throws {
    let place = try await Place()
    let hex = place.subject.digest.hex
    let entry = "{\"mediaType\":\"a/b\",\"digest\":\"sha256:\(hex)\",\"size\":1}"
    for path in ["/referrers/", "/manifests/sha256-"] {
      let body = "{\"schemaVersion\":2,\"manifests\":[\(junk),\(entry)]}"
      try place.proxy.set(ProxyRule(answer(body), path: path))
      #expect(try await place.found().map(\.digest) == [place.subject.digest])
    }
  }

  @Test func `pages without end are no list`() async throws {
    let place = try await Place(referrersPage: 0)
    for next in ["{self}", "http://\(place.proxy.elsewhere)/x"] {
      try place.proxy.set(ProxyRule(.nextPage(next), path: "/referrers/"))
      let name = await fault { _ = try await place.found() }
      #expect(name == (next == "{self}" ? "endless" : "unsafeAddress"))
    }
  }

  @Test func `members that are not ours stay in the list`() async throws {
    let place = try await Place()
    let client = try place.client()
    let body = """
      {"schemaVersion":2,"mediaType":"\(MediaType.ociIndex)","manifests":[{"mediaType":"a/b",\
      "digest":"sha256:\(place.subject.digest.hex)","size":1,"x.example":7}],"annotations":{"k":"v"}}
      """
    // An index may not name what the registry does not have; the image is there.
    let tag = ReferrersIndex.fallbackTag(of: place.subject.digest)
    try await client.repository.put(
      FetchedDocument(Array(body.utf8), mediaType: MediaType.ociIndex), tag: tag)
    #expect(try await place.attach("a", by: client))
    let raw = String(
      decoding: try Skopeo(LocalRegistry.shared()).manifest("\(place.path):\(tag)"), as: UTF8.self)
    #expect(raw.contains("\"x.example\":7"))
    #expect(raw.contains("\"annotations\":{\"k\":\"v\"}"))
    #expect(try await place.found().count == 2)
  }
}
