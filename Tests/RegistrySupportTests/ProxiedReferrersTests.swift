import Effects
import Foundation
import RegistrySupport
import Testing

@Suite("The referrers API of a proxy", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable))
struct ProxiedReferrersTests {
  private struct Index: Decodable {
    struct Entry: Decodable {
      let digest: String
      let artifactType: String?
      let annotations: [String: String]?
    }

    let manifests: [Entry]
  }

  private func push(_ artifact: MadeDescriptor, on bench: ProxyBench) throws -> Curl {
    let uploads = "\(bench.proxy.url)/v2/\(bench.repository)/blobs/uploads/"
    let manifest = try LiveFiles().read(bench.factory.file(of: artifact.digest), limit: 1 << 20)
    for match in String(decoding: manifest, as: UTF8.self).matches(of: /sha256:[0-9a-f]{64}/) {
      let path = bench.factory.file(of: String(match.output))
      _ = try Curl(
        "-X", "POST", "-H", "Content-Type: application/octet-stream", "--data-binary", "@\(path)",
        "\(uploads)?digest=\(match.output)")
      let place = try bench.begin()
      _ = try Curl(
        "-X", "PUT", "-H", "Content-Type: application/octet-stream", "--data-binary", "@\(path)",
        "\(place)&digest=\(match.output)")
    }
    return try Curl(
      "-X", "PUT", "-H", "Content-Type: \(artifact.mediaType)", "--data-binary", "@-",
      "\(bench.proxy.url)/v2/\(bench.repository)/manifests/\(artifact.digest)", input: manifest)
  }

  @Test func `the registry itself has none`() throws {
    let bench = try ProxyBench()
    #expect(
      try Curl("\(bench.proxy.url)/v2/\(bench.repository)/referrers/\(bench.image.digest)").status == 404)
  }

  @Test func `what was pushed with a subject is listed, filtered, paged, and gone when it is deleted`() throws
  {
    let bench = try ProxyBench(referrersPage: 2)
    let made = try ["a/sbom", "a/sbom", "a/sbom", "a/manifest"].enumerated().map { number, type in
      try bench.factory.artifact(
        type, content: [UInt8(number)], subject: bench.image.descriptor, annotations: ["n": "\(number)"])
    }
    for artifact in made {
      let pushed = try push(artifact, on: bench)
      #expect(pushed.status == 201)
      #expect(pushed.fields["oci-subject"] == bench.image.digest)
    }
    func list(_ target: String) throws -> (answer: Curl, index: Index) {
      let answer = try Curl(bench.proxy.url + target)
      return (answer, try JSONDecoder().decode(Index.self, from: Data(answer.body)))
    }
    let target = "/v2/\(bench.repository)/referrers/\(bench.image.digest)"
    let page = try list(target)
    #expect(page.answer.fields["content-type"] == "application/vnd.oci.image.index.v1+json")
    #expect(page.answer.fields["oci-filters-applied"] == nil)
    #expect(page.index.manifests.map(\.digest) == made.prefix(2).map(\.digest))
    #expect(page.index.manifests[0].annotations == ["n": "0"])
    let link = try #require(page.answer.fields["link"]?.firstMatch(of: /<(.*)>; rel="next"/)).output.1
    #expect(try list(String(link)).index.manifests.map(\.digest) == made.suffix(2).map(\.digest))
    let filtered = try list("\(target)?artifactType=a/manifest")
    #expect(filtered.index.manifests.map(\.digest) == [made[3].digest])
    #expect(filtered.answer.fields["oci-filters-applied"] == "artifactType")
    let removed = try Curl(
      "-X", "DELETE", "\(bench.proxy.url)/v2/\(bench.repository)/manifests/\(made[3].digest)")
    #expect(removed.status == 202)
    #expect(try list("\(target)?artifactType=a/manifest").index.manifests.isEmpty)
  }
}
