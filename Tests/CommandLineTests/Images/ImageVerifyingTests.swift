import Effects
import Foundation
import RegistrySupport
import StrictJSON
import Testing

@Suite(
  "Verifying images where they lie", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct ImageVerifyingTests {
  private func path(_ shop: ImageShop) -> String {
    String(shop.repository.split(separator: "/", maxSplits: 1)[1])
  }

  private func code(_ shop: ImageShop, _ line: String) async throws -> String {
    let answer = try await shop.answer(line)
    #expect(answer.exit == 1)
    #expect(answer.object["verified"] == false)
    return try JSONCursor(.object(answer.object)).member("error").member("code").string()
  }

  @Test func `tags, the digest and each platform's digest lead to the release`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.publish()
    let short = try shop.commit().prefix(12)
    for end in [":1.4.2", ":sha-\(short)", "@\(image.digest)", ":1.4.2@\(image.digest)"]
      + image.images.map({ "@\($0.digest)" })
    {
      let ended = await shop.release("verify \(shop.repository)\(end)")
      #expect(ended.exit == 0, "\(end): \(ended.everything)")
      #expect(ended.output.contains("verified: acme/shop 1.4.2"))
    }
    let answer = try await shop.answer("verify \(shop.repository):1.4.2 --layers")
    let reference = try JSONCursor(.object(answer.object)).member("image").member("reference").string()
    #expect(reference == "\(shop.repository)@\(image.digest)")
  }

  @Test func `an image that nobody signed is refused`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    _ = try Skopeo(LocalRegistry.shared()).push(shop.factory.layout, tag: "it", to: "\(path(shop)):1.4.2")
    #expect(try await code(shop, "verify \(shop.repository):1.4.2") == "signature_untrusted")
  }

  @Test func `a tag that was moved, that lies, or that disagrees with its digest is refused`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.publish()
    let skopeo = try Skopeo(LocalRegistry.shared())
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path(shop)):1.9.0")
    #expect(try await code(shop, "verify \(shop.repository):1.9.0") == "image_mismatch")
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path(shop)):sha-0123456789ab")
    #expect(try await code(shop, "verify \(shop.repository):sha-0123456789ab") == "image_mismatch")
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path(shop)):stable")
    try await shop.done("verify \(shop.repository):stable")
    _ = try shop.image(seed: 70)
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path(shop)):1.4.2")
    #expect(try await code(shop, "verify \(shop.repository):1.4.2") == "signature_untrusted")
    #expect(try await code(shop, "verify \(shop.repository):1.4.2@\(image.digest)") == "image_mismatch")
    try await shop.done("verify \(shop.repository)@\(image.digest)")
  }

  @Test func `a good manifest that was attached to another image proves nothing`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    let stranger = try shop.image(seed: 50, tag: "stranger")
    let signed = try LiveFiles().read("\(shop.shop.path)/\(shop.manifest)", limit: 1 << 20)
    let skopeo = try Skopeo(LocalRegistry.shared())
    _ = try skopeo.push(shop.factory.layout, tag: "stranger", to: "\(path(shop)):x")
    try attach(signed, to: stranger, in: shop, skopeo)
    #expect(try await code(shop, "verify \(shop.repository)@\(stranger.digest)") == "image_mismatch")
  }

  @Test func `under the name of one image another of the same release is none`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    let web = try shop.image(seed: 20, tag: "web")
    try await shop.done(
      "seal v1.4.2 --image api=\(shop.layout) --image web=\(shop.repository)-web@\(web.digest)")
    let skopeo = try Skopeo(LocalRegistry.shared())
    _ = try skopeo.push(shop.factory.layout, tag: "web", to: "\(path(shop))-web:x")
    try await shop.done("publish \(shop.manifest) --image api=\(shop.layout)")
    // The image of `web`, with the good manifest beside it, in the repository of `api`.
    let signed = try LiveFiles().read("\(shop.shop.path)/\(shop.manifest)", limit: 1 << 20)
    _ = try skopeo.push(shop.factory.layout, tag: "web", to: "\(path(shop)):web")
    try attach(signed, to: web, in: shop, skopeo)
    #expect(try await code(shop, "verify \(shop.repository)@\(web.digest)") == "image_mismatch")
    try await shop.done("verify \(shop.repository)-web:1.4.2")
    try await shop.done("verify \(shop.repository)@\(image.digest)")
  }

  @Test func `a version's tag on one platform's image is not the release`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.publish()
    let script = """
      curl -sf -H 'Accept: application/vnd.oci.image.manifest.v1+json' "$1/manifests/\(image.images[0].digest)" >m
      curl -sf -X PUT -H 'Content-Type: application/vnd.oci.image.manifest.v1+json' --data-binary @m "$1/manifests/v1.4.2"
      """
    let base = "\(try LocalRegistry.shared().url)/v2/\(path(shop))"
    let ended = try Ended(shop.shop.world.run(["sh", "-euc", script, "sh", base]))
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(try await code(shop, "verify \(shop.repository):v1.4.2") == "image_mismatch")
    try await shop.done("verify \(shop.repository)@\(image.images[0].digest)")
  }

  @Test func `no file answers for an image`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    let signed = try LiveFiles().read("\(shop.shop.path)/\(shop.manifest)", limit: 1 << 20)
    let name = "127.0.0.1:1/acme/evil:1"
    try shop.shop.sandbox.write(String(decoding: signed, as: UTF8.self), to: "\(shop.shop.path)/\(name)")
    #expect(await shop.release("verify \(name)").exit == 3)
    #expect(await shop.release("verify ./\(name)").exit == 0)
  }

  @Test func `of several releases that an image is, the one that was asked for counts`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.publish()
    try shop.shop.git(["commit", "--quiet", "--allow-empty", "--message", "feat: more"])
    try shop.shop.git("tag --annotate --message more v1.5.0")
    try await shop.done("seal v1.5.0 --image api=\(shop.layout)")
    try await shop.done("publish .release/manifests/1.5.0.json")
    let first = try shop.commit()
    #expect(
      try await shop.done("verify \(shop.repository)@\(image.digest)").output.contains("acme/shop 1.5.0"))
    try await shop.done("verify \(shop.repository)@\(image.digest) --commit \(first)")
    try await shop.done("yank 1.5.0 --reason bad")
    try await shop.done("verify \(shop.repository)@\(image.digest) --ledger .release/ledger")
    #expect(try await code(shop, "verify \(shop.repository):1.5.0 --ledger .release/ledger") == "yanked")
  }

  @Test func `layers are not read of what nobody signed`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    _ = try Skopeo(LocalRegistry.shared()).push(shop.factory.layout, tag: "it", to: "\(path(shop)):1.4.2")
    let ended = await shop.release("verify \(shop.repository):1.4.2 --layers")
    #expect(ended.exit == 1 && ended.output.contains("skipped  layers"), "\(ended.everything)")
  }

  @Test func `a part that is not what its digest says is an answer`() async throws {
    let proxy = try FaultyProxy(before: LocalRegistry.shared())
    let shop = try await ImageShop(at: proxy.address)
    let image = try shop.image()
    try await shop.publish()
    try proxy.set(ProxyRule(.corrupt(at: 30), method: "GET", path: image.images[1].digest))
    #expect(try await code(shop, "verify \(shop.repository):1.4.2 --layers") == "image_mismatch")
    try proxy.set(ProxyRule(.corrupt(at: 30), method: "GET", path: "manifests/\(image.digest)"))
    #expect(try await code(shop, "verify \(shop.repository)@\(image.digest)") == "image_mismatch")
  }

  @Test func `a tag that is not there is told with those that are`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    let ended = await shop.release("verify \(shop.repository):1.4.3")
    #expect(ended.exit == 3 && ended.errorOutput.contains("did you mean `1.4.2`?"), "\(ended.everything)")
  }

  @Test func `what strangers attach does not hide what holds`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.publish()
    let skopeo = try Skopeo(LocalRegistry.shared())
    try attach(Array("rubbish".utf8), to: image, in: shop, skopeo)
    try attach(Array(#"{"payloadType":"x","payload":"","signatures":[]}"#.utf8), to: image, in: shop, skopeo)
    try await shop.done("verify \(shop.repository):1.4.2")
  }

  /// Attaches what should be a manifest, by another client and by hand.
  private func attach(_ bytes: [UInt8], to image: MadeIndex, in shop: ImageShop, _ skopeo: Skopeo) throws {
    let type = "application/vnd.dsse.envelope.v1+json"
    let artifact = try shop.factory.artifact(type, content: bytes, subject: image.descriptor, tag: "junk")
    _ = try skopeo.push(shop.factory.layout, tag: "junk", to: "\(path(shop)):junk-\(bytes.count)")
    // The list of the tag schema, with the junk before what is there.
    let tag = "sha256-\(image.digest.dropFirst(7))"
    let list = "\(try LocalRegistry.shared().url)/v2/\(path(shop))/manifests/\(tag)"
    let entry = """
      {"mediaType":"\(artifact.mediaType)","digest":"\(artifact.digest)","size":\(artifact.size),\
      "artifactType":"application/vnd.release-toolkit.manifest.v1+dsse"}
      """
    let script = """
      accept='Accept: application/vnd.oci.image.index.v1+json'
      old=$(curl -sf -H "$accept" '\(list)' || echo '{"schemaVersion":2,"manifests":[]}')
      echo "$old" | jq -c '.mediaType = "application/vnd.oci.image.index.v1+json" | .manifests = [\(entry)] + .manifests' |
        curl -sf -X PUT -H 'Content-Type: application/vnd.oci.image.index.v1+json' --data-binary @- '\(list)'
      """
    let ended = try Ended(shop.shop.world.run(["sh", "-euc", script]))
    guard ended.exit == 0 else { throw Shop.Failure(ended: ended) }
  }

  @Test func `a layer that was changed where it is kept is found`() async throws {
    let registry = try LocalRegistry()
    let shop = try await ImageShop(at: registry.address)
    let image = try shop.image()
    try await shop.publish()
    let file = registry.file(of: image.images[0].layers[0].digest)
    var bytes = try LiveFiles().read(file, limit: 1 << 20)
    bytes[700] ^= 1
    try LiveFiles().write(bytes, to: file, mode: 0o644)
    try await shop.done("verify \(shop.repository):1.4.2")
    #expect(try await code(shop, "verify \(shop.repository):1.4.2 --layers") == "image_mismatch")
  }

  @Test func `only accepted builders' provenance counts where somebody asks for it`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    let line = "verify \(shop.repository):1.4.2 --builder local"
    #expect(try await code(shop, line) == "builder_untrusted")
    try await shop.done("provenance create \(shop.manifest) --builder https://ci.example/job --output p.json")
    try await shop.done("publish \(shop.manifest) --provenance p.json")
    #expect(try await code(shop, line) == "builder_untrusted")
    try await shop.done("verify \(shop.repository):1.4.2 --builder https://ci.example/job")
  }

  @Test func `with a ledger a withdrawn release is refused`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    try await shop.done("verify \(shop.repository):1.4.2 --ledger .release/ledger")
    try await shop.done("yank 1.4.2 --reason bad")
    #expect(try await code(shop, "verify \(shop.repository):1.4.2 --ledger .release/ledger") == "yanked")
  }

  @Test(arguments: [
    ("127.0.0.1:1/acme/api:1.4.2", Int32(3)), ("{repository}:none", 3), ("{repository}", 2), ("UPPER/x:1", 3),
    ("127.0.0.1:1/a@sha512:00", 2), ("127.0.0.1:1/API:1", 2), ("u:secret@h.example/x:1", 2),
    ("sha256:0123", 2), ("https://x.example/y:1", 2), ("x/y@sha256:01", 2),
  ]) func `what cannot be asked is told`(name: String, exit: Int32) async throws {
    let shop = try await ImageShop.open()
    let ended = await shop.release(
      "verify \(name.replacingOccurrences(of: "{repository}", with: shop.repository))")
    #expect(ended.exit == exit && !ended.everything.contains("secret"), "\(ended.everything)")
  }

  @Test func `what the verifier itself calls a name counts more than the manifest`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image()
    try await shop.publish()
    try shop.shop.sandbox.write(
      #"{ project: "acme/shop", images: { web: "\#(shop.repository)" } }"#,
      to: "\(shop.shop.path)/release.json")
    #expect(try await code(shop, "verify \(shop.repository):1.4.2") == "image_mismatch")
  }

  @Test func `options about images are not about files`() async throws {
    let shop = try await ImageShop.open()
    try await shop.done("seal v1.4.2 --artifact dist/app.txt")
    #expect(await shop.release("verify \(shop.manifest) --layers").exit == 2)
    #expect(await shop.release("verify \(shop.manifest) --builder local").exit == 2)
  }
}
