import Effects
import Foundation
import LedgerStores
import RegistrySupport
import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite(
  "Publishing images", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable), .timeLimit(.minutes(20))
)
struct PublishTests {
  private func path(_ shop: ImageShop) -> String {
    String(shop.repository.split(separator: "/", maxSplits: 1)[1])
  }

  @Test func `an image gets its tags and proofs, and another client reads it`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.publish()
    let skopeo = try Skopeo(LocalRegistry.shared())
    let commit = try shop.commit().prefix(12)
    for tag in ["1.4.2", "sha-\(commit)"] {
      #expect(try skopeo.digest("\(path(shop)):\(tag)") == image.digest)
    }
    #expect(try skopeo.inspect("\(path(shop)):1.4.2").layers.count == 2)
    // Index, two platforms: a list of the tag schema for each.
    let lists = try skopeo.tags(path(shop)).filter { $0.hasPrefix("sha256-") }
    #expect(lists.count == 3)
  }

  @Test func `doing it again changes nothing`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    for line in ["publish \(shop.manifest)", "publish \(shop.manifest) --dry-run"] {
      #expect(try await shop.done(line).output == "everything is there already\n")
    }
  }

  @Test func `where everything is there nothing is written, so that a registry may be closed`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    _ = try shop.image()
    try await shop.publish()
    try proxy.set(
      ProxyRule(.answer(405), method: "PUT"), ProxyRule(.answer(405), method: "POST"),
      ProxyRule(.answer(405), method: "PATCH"))
    try await shop.done("publish \(shop.manifest)")
  }

  @Test func `what a registry has lost is sent once more`() async throws {
    let registry = try LocalRegistry()
    let shop = try await ImageShop(at: registry.address)
    let image = try shop.image()
    try await shop.publish()
    let script = "curl -sf -X DELETE \"$1/manifests/\(image.images[0].digest)\""
    let base = "\(registry.url)/v2/\(path(shop))"
    #expect(try Ended(shop.shop.world.run(["sh", "-euc", script, "sh", base])).exit == 0)
    let missing = await shop.release("publish \(shop.manifest)")
    #expect(missing.exit == 3, "\(missing.everything)")
    #expect(await shop.release("verify \(shop.repository):1.4.2 --layers").exit == 1)
    try await shop.done("publish \(shop.manifest) --image api=\(shop.layout)")
    try await shop.done("verify \(shop.repository):1.4.2 --layers")
  }

  @Test func `a registry that does not keep what it takes is found out`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    let image = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    try proxy.set(ProxyRule(.answer(201), method: "PUT", path: "manifests/\(image.digest)", times: 1))
    let ended = await shop.release("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(ended.exit == 3 && ended.errorOutput.contains("has not kept"), "\(ended.everything)")
    try await shop.done("publish \(shop.manifest) --image api=\(shop.layout)")
  }

  @Test func `a tag that somebody puts during the upload is not moved`() async throws {
    let registry = try LocalRegistry.shared()
    let proxy = try FaultyProxy(before: registry)
    let shop = try await ImageShop(at: proxy.address)
    let other = try shop.image(seed: 80, tag: "other")
    let skopeo = try Skopeo(registry)
    _ = try skopeo.push(shop.factory.layout, tag: "other", to: "\(path(shop)):1.4.2")
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    // The first look finds nothing, as before somebody else put it.
    try proxy.set(ProxyRule(.answer(404), method: "GET", path: "/manifests/1.4.2$", times: 1))
    let ended = await shop.release("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("never moved"), "\(ended.everything)")
    #expect(try skopeo.digest("\(path(shop)):1.4.2") == other.digest)
  }

  @Test func `the tag of a commit stays with the first image that was built of it`() async throws {
    let shop = try await ImageShop.open()
    let first = try shop.image()
    try await shop.publish()
    try shop.shop.git(["tag", "--annotate", "--message", "the same commit", "v1.5.0", "v1.4.2^{}"])
    _ = try shop.image(version: "1.5.0", seed: 60)
    try await shop.done("seal v1.5.0 --image api=\(shop.layout)")
    let ended = try await shop.done("publish .release/manifests/1.5.0.json --image api=\(shop.layout)")
    #expect(ended.errorOutput.contains("stays with it"), "\(ended.everything)")
    let short = try shop.commit().prefix(12)
    #expect(try Skopeo(LocalRegistry.shared()).digest("\(path(shop)):sha-\(short)") == first.digest)
    try await shop.done("verify \(shop.repository):1.5.0")
  }

  @Test func `two images cannot share a version's tag`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    let other = try shop.image(seed: 30, tag: "other")
    try await shop.done(
      "seal v1.4.2 --image api=\(shop.layout) --image web=\(shop.repository)@\(other.digest)")
    let ended = await shop.release("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(
      ended.exit == 1 && ended.errorOutput.contains("two images in one repository"), "\(ended.everything)")
  }

  @Test func `a cut upload of a large layer ends well`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    _ = try shop.factory.image(ImageRecipe(layers: [LayerRecipe(bytes: 9_000_000)]), tag: "it")
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    try proxy.set(ProxyRule(.cutRequest(after: 3_000_000), method: "PATCH", times: 1))
    try await shop.done("publish \(shop.manifest) --image api=\(shop.layout)")
    try proxy.set(ProxyRule(.cutResponse(after: 3_000_000), method: "GET", path: "/blobs/", times: 1))
    try await shop.done("verify \(shop.repository):1.4.2 --layers")
  }

  @Test func `a dry run changes nothing`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    let ended = try await shop.done("publish \(shop.manifest) --image api=\(shop.layout) --dry-run")
    #expect(ended.output.contains("push") && ended.output.contains("1.4.2"))
    let requests = try proxy.requests
    #expect(!requests.isEmpty && requests.allSatisfy { ["GET", "HEAD"].contains($0.method) })
  }

  @Test func `a version's tag is never moved, and nothing is changed before that is known`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image(seed: 40)
    let skopeo = try Skopeo(LocalRegistry.shared())
    let taken = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path(shop)):1.4.2")
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    let ended = await shop.release("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("never moved"), "\(ended.everything)")
    #expect(try skopeo.digest("\(path(shop)):1.4.2") == taken)
    #expect(try skopeo.tags(path(shop)) == ["1.4.2"])
  }

  @Test func `an image that nobody has is not made up`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    let missing = await shop.release("publish \(shop.manifest)")
    #expect(missing.exit == 3 && missing.errorOutput.contains("is not there"), "\(missing.everything)")
    _ = try shop.image(seed: 9)
    let other = await shop.release("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(other.exit == 1 && other.errorOutput.contains("signed is"), "\(other.everything)")
  }

  @Test func `an image of another repository is brought over without being sent`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    _ = try shop.image()
    let skopeo = try Skopeo(LocalRegistry.shared())
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "acme/staging-\(path(shop)):7")
    let source = "api=\(proxy.address)/acme/staging-\(path(shop)):7"
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    try await shop.done("publish \(shop.manifest) --image \(source)")
    let mounts = try proxy.requests.filter { $0.target.contains("mount=sha256") }
    #expect(!mounts.isEmpty && mounts.allSatisfy { $0.status == 201 })
    try await shop.done("verify \(shop.repository):1.4.2 --layers")
  }

  @Test func `a connection that is cut is taken up by running it again`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    try proxy.set(ProxyRule(.cutRequest(after: 100), method: "PUT", path: "/manifests/"))
    let cut = await shop.release("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(cut.exit == 3, "\(cut.everything)")
    try proxy.set()
    try await shop.done("publish \(shop.manifest) --image api=\(shop.layout)")
    try await shop.done("verify \(shop.repository):1.4.2 --layers")
  }

  @Test func `bills of materials and provenance go with the image`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try shop.shop.sandbox.write(#"{"bomFormat":"CycloneDX"}"#, to: "\(shop.shop.path)/bom.json")
    try await shop.done("seal v1.4.2 --image api=\(shop.layout) --sbom bom.json")
    try await shop.done("provenance create \(shop.manifest) --builder local --output p.json")
    let ended = try await shop.done(
      "publish \(shop.manifest) --image api=\(shop.layout) --provenance p.json")
    #expect(ended.output.contains("attach  sbom") && ended.output.contains("attach  provenance"))
    try await shop.done("verify \(shop.repository):1.4.2 --builder local")
    try shop.shop.sandbox.write(#"{"bomFormat":"CycloneDX","version":2}"#, to: "\(shop.shop.path)/bom.json")
    let changed = await shop.release("publish \(shop.manifest)")
    #expect(changed.exit == 1 && changed.errorOutput.contains("bom.json has other bytes"))
  }

  @Test func `the verdicts of gates that the ledger holds go with the image`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    try judge(shop)
    let ended = try await shop.done("publish \(shop.manifest) --image api=\(shop.layout)")
    #expect(ended.output.contains("attach  gate"), "\(ended.everything)")
    #expect(try await shop.done("publish \(shop.manifest)").output == "everything is there already\n")
  }

  /// Writes the verdict of a gate into the shop's ledger: no command does yet.
  private func judge(_ shop: ImageShop) throws {
    let files = LiveFiles()
    let pem = try files.readSecret("\(shop.shop.sandbox.work)/keys/release.pem", limit: 1 << 16).content
    let key = try PrivateKey(pem: pem, passphrase: nil)
    let trust = try TrustChain(anchor: files.read("\(shop.shop.path)/trust/root.json", limit: 1 << 20))
    let store = DirectoryLedgerStore("\(shop.shop.path)/.release/ledger", files: files, holder: "tests")
    try store.update { read in
      let snapshot = try LedgerSnapshot(reading: read, trusting: trust)
      let release = try #require(snapshot.state.releases.first).release
      let draft = LedgerEvent.Draft(
        .gate, environment: "production", release: release, at: .earliest, actor: "ci",
        detail: ["passed": true])
      let writer = LedgerWriter(eventKeys: [key], checkpointKey: key)
      return (growth: try snapshot.appending([draft], by: writer, reading: read), result: ())
    }
  }

  @Test func `provenance of a builder that the project does not accept is not attached`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    try await shop.done("provenance create \(shop.manifest) --builder local --output p.json")
    try shop.shop.sandbox.write(
      #"{ project: "acme/shop", provenance: { builders: ["https://ci.example/job"] } }"#,
      to: "\(shop.shop.path)/release.json")
    let ended = await shop.release("publish \(shop.manifest) --image api=\(shop.layout) --provenance p.json")
    #expect(ended.exit == 1 && ended.errorOutput.contains("built by"), "\(ended.everything)")
  }

  @Test func `what is not signed as it must be is not published`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.done("manifest create --tag v1.4.2 --image api=\(shop.layout) --output m.json")
    try await shop.done("key new --no-passphrase --output stranger")
    try await shop.done("sign m.json --key stranger.pem --output s.json")
    let ended = await shop.release("publish s.json --image api=\(shop.layout)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("signatures"), "\(ended.everything)")
  }

  @Test func `a release without images and other places are refused`() async throws {
    let shop = try await ImageShop.open()
    try await shop.done("seal v1.4.2 --artifact dist/app.txt")
    #expect(await shop.release("publish \(shop.manifest)").exit == 1)
    #expect(await shop.release("publish \(shop.manifest) --to github").exit == 2)
  }
}
