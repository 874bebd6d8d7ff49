import Effects
import Registries
import RegistrySupport
import Testing

@Suite(
  "Tags of a repository", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct TagTests {
  private let json = ["Content-Type": "application/json"]

  @Test func `all tags are listed`() async throws {
    let bench = try Bench()
    let known = Set(try Skopeo(LocalRegistry.shared()).tags(bench.pushed.path))
    #expect(known.isSuperset(of: ["v1", "v2"]))
    #expect(Set(try await bench.client().repository.tags()).isSuperset(of: known))
  }

  @Test func `pages are followed to the last one`() async throws {
    let bench = try Bench()
    func page(_ tags: String, next: String?, path: String) -> ProxyRule {
      let link = next.map { ["Link": "<\($0)>; rel=\"next\""] } ?? [:]
      let fields = json.merging(link) { $1 }
      return ProxyRule(.answer(200, fields: fields, body: "{\"name\":\"x\",\"tags\":[\(tags)]}"), path: path)
    }
    let path = "/v2/\(bench.pushed.path)/tags/list"
    try bench.proxy.set(
      page("\"c\"", next: nil, path: "last=b"),
      page("\"b\"", next: "http://\(bench.proxy.address)\(path)?last=b&n=1", path: "last=a"),
      page("\"a\"", next: "\(path)?last=a&n=1", path: "/tags/list"))
    #expect(try await bench.client().repository.tags() == ["a", "b", "c"])
    #expect(
      try bench.requests("GET", "/tags/list").map { $0.target.contains("n=1000") } == [true, false, false])
  }

  @Test func `a page that leads to itself is no list, nor are pages without end`() async throws {
    let bench = try Bench()
    for next in ["{self}", "{self}&last={n}"] {
      try bench.proxy.set(ProxyRule(.nextPage(next), path: "/tags/list"))
      let network = ScriptedNetwork { _ in
        let number = UInt64.random(in: 0 ... .max)
        let link = "</v2/x/tags/list?last=\(number)>; rel=next"
        return .init(status: 200, headers: ["link": link], body: Array("{\"tags\":[\"a\"]}".utf8))
      }
      let repository = try bench.client { if next != "{self}" { $0.network = network } }.repository
      #expect(await fault { _ = try await repository.tags() } == "endless")
      #expect(network.requests.count <= 1_002)
    }
  }

  @Test func `a page on another host is not asked for`() async throws {
    let bench = try Bench()
    for host in [bench.proxy.elsewhere, "evil.example", bench.proxy.address + "@evil.example"] {
      try bench.proxy.set(ProxyRule(.nextPage("http://\(host)/v2/x/tags/list"), path: "/tags/list"))
      #expect(await fault { _ = try await bench.client().repository.tags() } == "unsafeAddress")
    }
    #expect(try bench.proxy.requests.allSatisfy { $0.place == .proxy })
  }

  @Test func `no tags are none`() async throws {
    let bench = try Bench()
    for body in ["{\"name\":\"x\",\"tags\":null}", "{\"name\":\"x\",\"tags\":[]}", "{\"name\":\"x\"}"] {
      try bench.proxy.set(ProxyRule(.answer(200, fields: json, body: body), path: "/tags/list"))
      #expect(try await bench.client().repository.tags() == [])
    }
  }

  @Test(arguments: [
    "", "[]", "{\"tags\":5}", "{\"tags\":[1]}", "{\"tags\":\"a\"}", "<html>", "{\"tags\":[\"a\"",
  ])
  func `what is no list is no empty list`(_ body: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.answer(200, fields: json, body: body), path: "/tags/list"))
    #expect(await fault { _ = try await bench.client().repository.tags() } == "malformed")
  }

  @Test func `very many tags are read, and too many are cut off`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.tags(200_000), path: "/tags/list"))
    #expect(try await bench.client().repository.tags().count == 200_000)
    try bench.proxy.set(ProxyRule(.tags(2_000_000), path: "/tags/list"))
    #expect(await fault { _ = try await bench.client().repository.tags() } == "network.tooLarge")
  }

  @Test func `a repository that is not there is not found`() async throws {
    let client = try Client(LocalRegistry.shared().address)
    #expect(await fault { _ = try await client.repository.tags() } == "notFound")
  }
}
