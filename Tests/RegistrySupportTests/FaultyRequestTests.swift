import Effects
import Foundation
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite("Requests that a proxy breaks", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable))
struct FaultyRequestTests {
  private static let content = Array("0123456789".utf8) + [UInt8](repeating: 7, count: 200_000)
  private static let digest = "sha256:" + Digest.sha256(content).hex
  private static let type = "Content-Type: application/octet-stream"

  private func patch(_ place: String, from start: Int = 0, as field: String = "X-Nothing: 0") throws -> Curl {
    let range = "Content-Range: \(start)-\(Self.content.count - 1)"
    return try Curl(
      "-X", "PATCH", "-H", Self.type, "-H", range, "-H", field, "--data-binary", "@-", place,
      input: Array(Self.content[start...]))
  }

  @Test(arguments: ["X-Nothing: 0", "Transfer-Encoding: chunked"])
  func `an upload is cut, and goes on where the proxy says`(_ field: String) throws {
    let bench = try ProxyBench(resumesUploads: true)
    let place = try bench.begin()
    try bench.proxy.set(ProxyRule(.cutRequest(after: 50_000), method: "PATCH", times: 1))
    #expect(try patch(place, as: field).status == 0)
    #expect(try bench.proxy.requests { $0.last?.method == "PATCH" }.last?.length ?? 0 >= 50_000)
    #expect(try patch(place).status == 416)
    let status = try Curl(place)
    #expect(status.status == 204)
    #expect(status.fields["range"] == "0-49999")
    #expect(try patch(place, from: 50_000).fields["range"] == "0-200009")
    let end = "\(place)?digest=\(Self.digest)"
    #expect(try Curl("-X", "PUT", "-H", "Content-Length: 0", end).status == 201)
    #expect(try Curl("\(bench.proxy.url)/v2/\(bench.repository)/blobs/\(Self.digest)").body == Self.content)
    #expect(try Curl(place).status == 404)
  }

  @Test func `the registry itself forgets an upload that was cut`() throws {
    let bench = try ProxyBench()
    let place = try bench.begin()
    try bench.proxy.set(ProxyRule(.cutRequest(after: 50_000), method: "PATCH", times: 1))
    #expect(try patch(place).status == 0)
    let forgotten = try Curl(place)
    #expect(forgotten.status == 404)
    #expect(forgotten.text.contains("BLOB_UPLOAD_INVALID"))
  }

  @Test func `an upload stalls`() throws {
    let bench = try ProxyBench()
    let place = try bench.begin()
    try bench.proxy.set(ProxyRule(.stallRequest(after: 1000), method: "PATCH"))
    let content = [UInt8](repeating: 7, count: 20_000_000)
    #expect(
      try Curl("--max-time", "1", "-X", "PATCH", "--data-binary", "@-", place, input: content).exit == 28)
  }

  @Test func `an answer is lost although all was done`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.answerLost, method: "PUT", times: 1))
    let type = "Content-Type: application/vnd.oci.image.manifest.v1+json"
    let bytes = try LiveFiles().read(bench.factory.file(of: bench.image.digest), limit: 1 << 20)
    let url = "\(bench.proxy.url)/v2/\(bench.repository)/manifests/lost"
    #expect(try Curl("-X", "PUT", "-H", type, "--data-binary", "@-", url, input: bytes).exit == 52)
    #expect(try bench.read(reference: "lost").body == bytes)
    #expect(try Curl("-X", "PUT", "-H", type, "--data-binary", "@-", url, input: bytes).status == 201)
    #expect(try bench.proxy.requests.map(\.status) == [201, 200, 201])
  }

  @Test func `a redirect leads to another server, and what arrives there is recorded`() throws {
    let bench = try ProxyBench()
    let rule = ProxyRule(.redirect(), path: "/blobs/")
    try bench.proxy.set(rule)
    let careful = try Curl("--location", "--user", "ada:swordfish", bench.blob)
    #expect(careful.body.count == bench.size)
    let careless = try Curl("--location-trusted", "--user", "ada:swordfish", bench.blob)
    #expect(careless.body.count == bench.size)
    let found = try bench.proxy.requests
    #expect(found.map(\.place) == [.proxy, .elsewhere, .proxy, .elsewhere])
    #expect(found.map { $0.values(of: "Authorization").count } == [1, 0, 1, 1])
    #expect(found.map(\.rule) == [rule.id, nil, rule.id, nil])
    try bench.proxy.set(ProxyRule(.redirect(302, to: "http://localhost:1/x?was={self}")))
    #expect(try Curl(bench.manifest).fields["location"]?.hasPrefix("http://localhost:1/x?was=/v2/") == true)
  }

  @Test func `a challenge is new each time, and no token is enough`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(ProxyRule(.challenge()))
    let challenges = try (0..<3).map { _ in try Curl(bench.manifest).fields["www-authenticate"] }
    #expect(Set(challenges).count == 3)
    #expect(challenges[0]?.contains("realm=\"\(bench.proxy.url)/token\"") == true)
    #expect(try Curl("\(bench.proxy.url)/token?service=fresh").text.contains("\"token-3\""))
    try bench.proxy.set(ProxyRule(.challenge("Basic")))
    #expect(try Curl(bench.manifest).fields["www-authenticate"]?.hasPrefix("Basic realm=\"fresh-") == true)
    #expect(throws: Skopeo.Failure.self) {
      try Skopeo(at: bench.proxy.address).digest("\(bench.repository):v1")
    }
  }

  @Test func `a registry is busy for a while`() throws {
    let bench = try ProxyBench()
    try bench.proxy.set(
      ProxyRule(.busy(429, retryAfter: 1), times: 1),
      ProxyRule(.busy(503, orDateIn: 2), times: 2), ProxyRule(.busy(503), skipping: 1, times: 1))
    let answers = try (0..<6).map { _ in try bench.read("--head") }
    #expect(answers.map(\.status) == [429, 503, 503, 200, 503, 200])
    #expect(answers[0].fields["retry-after"] == "1")
    #expect(answers[1].fields["retry-after"]?.hasSuffix("GMT") == true)
    #expect(answers[4].fields["retry-after"] == nil)
  }

  @Test func `alone it answers what it is told, and 404 else`() throws {
    let proxy = try FaultyProxy()
    #expect(try Curl("\(proxy.url)/v2/").status == 404)
    try proxy.set(ProxyRule(.answer(200, fields: ["X-Field": "value"], body: "body"), method: "GET"))
    let answer = try Curl("\(proxy.url)/v2/")
    #expect(answer.text == "body")
    #expect(answer.fields["x-field"] == "value")
    #expect(try Curl("-X", "PUT", "--data-binary", "@-", "\(proxy.url)/v2/", input: [1, 2, 3]).status == 404)
    #expect(try proxy.requests.map(\.length) == [0, 0, 3])
  }
}
