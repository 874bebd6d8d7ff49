import Foundation
import RegistrySupport
import ReleaseSigning
import Testing

@Suite("Answers that a proxy breaks", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable))
struct FaultyAnswerTests {
  private func digest(_ bytes: [UInt8]) -> String { "sha256:" + Digest.sha256(bytes).hex }

  @Test func `without a rule everything arrives as it is, and is recorded`() throws {
    let bench = try ProxyBench()
    #expect(digest(try Curl(bench.blob).body) == bench.image.layers[0].digest)
    #expect(digest(try bench.read().body) == bench.image.digest)
    #expect(try bench.read("--head").fields["docker-content-digest"] == bench.image.digest)
    let found = try bench.proxy.requests { $0.count == 3 && $0[0].sent == bench.size }
    #expect(found.map(\.method) == ["GET", "GET", "HEAD"])
    #expect(found[0].sent == bench.size)
    #expect(found[1].values(of: "accept") == ["application/vnd.oci.image.manifest.v1+json"])
    let skopeo = try Skopeo(at: bench.proxy.address)
    #expect(try skopeo.digest("\(bench.repository):v1") == bench.image.digest)
  }

  @Test func `a body is cut once, and goes on from there when a part is asked for`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.cutResponse(after: 30_000), path: "/blobs/", times: 1))
    let cut = try Curl(bench.blob)
    #expect(cut.exit == 18)
    #expect(cut.body.count == 30_000)
    let rest = try Curl("--range", "30000-", bench.blob)
    #expect(rest.status == 206)
    #expect(digest(cut.body + rest.body) == bench.image.layers[0].digest)
    try bench.proxy.set(ProxyRule(.withoutRange, path: "/blobs/"))
    let whole = try Curl("--range", "30000-", bench.blob)
    #expect(whole.status == 200)
    #expect(whole.body.count == bench.size)
  }

  @Test func `a body is another under the same fields`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.corrupt(at: 70_000)))
    let corrupt = try Curl(bench.blob)
    #expect(corrupt.exit == 0)
    #expect(corrupt.body.count == bench.size)
    #expect(corrupt.fields["docker-content-digest"] == bench.image.layers[0].digest)
    #expect(digest(corrupt.body) != bench.image.layers[0].digest)
    try bench.proxy.set(ProxyRule(.replace("{}")))
    let other = try bench.read()
    #expect(other.text == "{}")
    #expect(other.fields["docker-content-digest"] == bench.image.digest)
    try bench.proxy.set(ProxyRule(.truncate(to: 40)))
    let truncated = try bench.read()
    #expect(truncated.exit == 0)
    #expect(truncated.body.count == 40)
    #expect(try bench.read().fields["content-length"] == "40")
  }

  @Test func `a length is too long or too short`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.length(by: 10)))
    #expect(try Curl(bench.blob).exit == 18)
    try bench.proxy.set(ProxyRule(.length(by: -10)))
    #expect(try Curl(bench.blob).body.count == bench.size - 10)
  }

  @Test func `a body never ends`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.endless()))
    let endless = try Curl("--max-time", "1", "-o", "/dev/null", bench.manifest)
    #expect(endless.exit == 28)
    #expect(endless.fields["content-length"] == nil)
    let sent = try bench.proxy.requests { $0.last?.sent ?? 0 > 1_000_000 }.last?.sent
    #expect(sent ?? 0 > 1_000_000)
  }

  @Test(arguments: [
    ProxyFault.drip(seconds: 0.05), .dripHead(seconds: 0.05), .stall(), .stallRequest(after: 0),
  ]) func `an answer takes too long`(_ fault: ProxyFault) throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(fault))
    #expect(try Curl("--max-time", "1", bench.manifest).exit == 28)
  }

  @Test func `a digest is wrong or missing, and the media type another`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.field("Docker-Content-Digest", "sha256:00")))
    #expect(try bench.read("--head").fields["docker-content-digest"] == "sha256:00")
    try bench.proxy.set(ProxyRule(.field("Docker-Content-Digest", nil)))
    #expect(try bench.read("--head").fields["docker-content-digest"] == nil)
    try bench.proxy.set(ProxyRule(.field("Content-Type", "text/html")))
    #expect(try bench.read().fields["content-type"] == "text/html")
  }

  @Test func `a tag changes between two readings`() throws {
    let bench = try ProxyBench()
    let other = try bench.factory.image(ImageRecipe(architecture: "arm64"), tag: "v2")
    try Skopeo(LocalRegistry.shared()).push(bench.factory.layout, tag: "v2", to: "\(bench.repository):v2")
    try bench.proxy.set(ProxyRule(.manifests([bench.image.digest, other.digest]), path: "/manifests/v1$"))
    let digests = try (0..<3).map { _ in try bench.read("--head").fields["docker-content-digest"] }
    #expect(digests == [bench.image.digest, other.digest, other.digest])
  }

  @Test func `pages never end, lead elsewhere, or hold very many tags`() throws {
    let bench = try ProxyBench()
    let list = "\(bench.proxy.url)/v2/\(bench.repository)/tags/list"
    try bench.proxy.set(ProxyRule(.nextPage(), path: "/tags/list"))
    #expect(try Curl(list).fields["link"] == "</v2/\(bench.repository)/tags/list>; rel=\"next\"")
    try bench.proxy.set(ProxyRule(.nextPage("http://\(bench.proxy.elsewhere){self}?last={n}")))
    #expect(try Curl(list).fields["link"]?.hasPrefix("<http://\(bench.proxy.elsewhere)/v2/") == true)
    #expect(try Curl(list).fields["link"] != Curl(list).fields["link"])
    try bench.proxy.set(ProxyRule(.tags(200_000)))
    let tags = try Curl(list)
    #expect(tags.body.count > 2_000_000)
    #expect(tags.text.contains("\"v000199999\""))
  }
}
