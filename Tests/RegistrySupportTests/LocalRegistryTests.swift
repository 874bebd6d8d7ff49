import Effects
import Foundation
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite("A real registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable))
struct LocalRegistryTests {
  static let kinds: [LocalRegistry.Kind] = [
    .open, .basic(user: "ada", password: "swordfish"), .tls, .basicOverTLS(user: "ada", password: "s:w"),
    .bearer(user: "ada", password: "swordfish"),
  ]

  @Test(arguments: kinds)
  func `skopeo pushes what was made and finds the same digest`(_ kind: LocalRegistry.Kind) throws {
    let began = Date.now
    let registry = try LocalRegistry(kind)
    #expect(Date.now.timeIntervalSince(began) < 5)
    let factory = try ImageFactory()
    let image = try factory.image(ImageRecipe(labels: ["a": "b"]), tag: "v1")
    let skopeo = try Skopeo(registry)
    #expect(try skopeo.push(factory.layout, tag: "v1", to: "acme/api:1.5.0") == image.digest)
    #expect(try skopeo.digest("acme/api:1.5.0") == image.digest)
    #expect(try skopeo.inspect("acme/api@\(image.digest)").labels == ["a": "b"])
    #expect(try skopeo.tags("acme/api") == ["1.5.0"])
    let kept = try FileManager.default.attributesOfItem(atPath: registry.file(of: image.layers[0].digest))
    #expect(kept[.size] as? Int64 == image.layers[0].size)
    try skopeo.delete("acme/api@\(image.digest)")
    #expect(throws: Skopeo.Failure.self) { try skopeo.digest("acme/api:1.5.0") }
  }

  @Test(arguments: kinds.filter { $0 != .open })
  func `whoever has no credentials or does not know the authority is refused`(_ kind: LocalRegistry.Kind)
    throws
  {
    let registry = try LocalRegistry.shared(kind)
    let factory = try ImageFactory()
    try factory.image(tag: "v1")
    // An empty folder is no authority at all.
    let nobody = try Scratch()
    let trust = registry.account == nil ? nobody.path : registry.certificates
    let stranger = try Skopeo(at: registry.address, certificates: trust)
    #expect(throws: Skopeo.Failure.self) {
      try stranger.push(factory.layout, tag: "v1", to: "acme/api:1.5.0")
    }
    #expect(try LocalRegistry.shared(kind).address == registry.address)
  }

  @Test func `nothing is left of a registry that was stopped`() throws {
    let registry = try LocalRegistry(.bearer(user: "a", password: "b"))
    #expect(try registry.log.contains("listening on"))
    let address = registry.address
    registry.stop()
    #expect(!FileManager.default.fileExists(atPath: registry.storage))
    #expect(try Curl("http://\(address)/v2/").exit == 7)
    #expect(try Curl("http://\(registry.tokens?.address ?? "")/token").exit == 7)
  }

  @Test func `a registry ends with the process that wanted it, even when that is killed`() throws {
    let scratch = try Scratch()
    let programs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "RegistrySupport/Programs").path
    let said = try scratch.shell(
      """
      sleep 600 >/dev/null 2>&1 & owner=$!
      TMPDIR=$PWD python3 -B '\(programs)/registry.py' $owner '{"tls": true}' >facts
      ls; kill -9 $owner
      for i in $(seq 100); do ls | grep -q release-part || exit 0; sleep 0.1; done; exit 1
      """)
    #expect(said.contains("release-part-"))
    let facts = try scratch.text("facts")
    let address = try #require(facts.firstMatch(of: /127\.0\.0\.1:\d+/)).output
    #expect(try Curl("https://\(address)/v2/").exit == 7)
  }
}
