import Effects
import Foundation
import RegistrySupport
import StrictJSON
import Testing

@Suite(
  "Images in manifests", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct ImageSealingTests {
  /// The image that stands in the manifest that was written.
  private func sealed(_ shop: ImageShop) async throws -> JSONObject {
    let shown = try await shop.answer("manifest show \(shop.manifest)")
    return try JSONCursor(.object(shown.object)).member("manifest").member("images").array()[0].object()
  }

  @Test func `a layout on disk and its archive give the digest of the index and of each platform`()
    async throws
  {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    try await shop.done("seal v1.4.2 --image api=\(shop.layout)")
    let object = try await sealed(shop)
    #expect(object["digest"] == .string(image.digest))
    #expect(object["reference"] == .string("\(shop.repository)@\(image.digest)"))
    let platforms = try JSONCursor(.object(object)).member("platforms").array()
    #expect(try platforms.map { try $0.member("digest").string() } == image.images.map(\.digest))
    let again = try await shop.answer("seal v1.4.2 --image api=oci-archive:\(try shop.factory.archive()):it")
    #expect(again.exit == 0, "the same image, found elsewhere, gives the same manifest")
  }

  @Test func `a tag is asked for once and pinned`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    let skopeo = try Skopeo(LocalRegistry.shared())
    let path = String(shop.repository.split(separator: "/", maxSplits: 1)[1])
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path):1.4.2")
    try await shop.done("seal v1.4.2 --image api=\(shop.repository):1.4.2")
    #expect(try await sealed(shop)["digest"] == .string(image.digest))
    // Another image under the same tag is another input.
    _ = try shop.image(seed: 7)
    _ = try skopeo.push(shop.factory.layout, tag: "it", to: "\(path):1.4.2")
    let moved = await shop.release("seal v1.4.2 --image api=\(shop.repository):1.4.2")
    #expect(moved.exit == 1, "\(moved.everything)")
  }

  @Test(arguments: ["", ":latest"]) func `an image that is known as latest only is refused`(tag: String)
    async throws
  {
    let shop = try await ImageShop.open()
    let ended = await shop.release("seal v1.4.2 --image api=\(shop.repository)\(tag)")
    #expect(
      ended.exit == 1 && ended.errorOutput.contains("has no version"), "\(ended.everything)")
  }

  @Test func `a digest alone asks nobody`() async throws {
    var shop = try await ImageShop(at: "127.0.0.1:1")
    let digest = "sha256:" + String(repeating: "ab", count: 32)
    try await shop.done("seal v1.4.2 --image api=\(digest)")
    #expect(try await sealed(shop)["reference"] == .string("\(shop.repository)@\(digest)"))
    shop = try await ImageShop(at: "127.0.0.1:1")
    let asked = await shop.release("seal v1.4.2 --image api=\(shop.repository):1.4.2")
    #expect(asked.exit == 3 && asked.errorOutput.contains("nobody answers there"), "\(asked.everything)")
  }

  @Test func `labels that say something else are told, or refused where they must fit`() async throws {
    let shop = try await ImageShop.open()
    _ = try shop.image(version: "9.9.9", revision: "0123456789abcdef0123456789abcdef01234567")
    let line = "manifest create --tag v1.4.2 --image api=\(shop.layout)"
    let warned = try await shop.done(line)
    #expect(warned.errorOutput.contains("org.opencontainers.image.version=9.9.9"), "\(warned.everything)")
    #expect(warned.errorOutput.contains("org.opencontainers.image.revision=0123456789"))
    try shop.configure(#", labels: "require""#)
    let refused = try await shop.answer(line)
    #expect(refused.exit == 1)
    #expect(try JSONCursor(.object(refused.object)).member("error").member("code").string() == "image_labels")
    try shop.configure(#", labels: "ignore""#)
    #expect(try await shop.done(line).errorOutput == "")
    _ = try shop.image()
    try shop.configure(#", labels: "require""#)
    try await shop.done(line)
  }

  @Test func `an image that has no labels does not fit, either`() async throws {
    let shop = try await ImageShop.open(policy: #", labels: "require""#)
    _ = try shop.factory.image(ImageRecipe(), tag: "it")
    let ended = await shop.release("seal v1.4.2 --image api=\(shop.layout)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("has no label"), "\(ended.everything)")
  }

  @Test func `an image may be as large as is allowed and no larger`() async throws {
    let shop = try await ImageShop.open()
    let image = try shop.image()
    let size = ([image.images[0].config] + image.images[0].layers).map(\.size).reduce(0, +)
    try shop.configure(", max_size: \"\(size)B\"")
    try await shop.done("manifest create --tag v1.4.2 --image api=\(shop.layout)")
    try shop.configure(", max_size: \"\(size - 1)B\"")
    let ended = await shop.release("manifest create --tag v1.4.2 --image api=\(shop.layout)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("max_size"), "\(ended.everything)")
  }

  @Test func `a platform cannot hide behind an attestation of the same digest`() async throws {
    let shop = try await ImageShop.open(policy: #", labels: "require""#)
    let good = try shop.image()
    let bad = try shop.factory.image(ImageRecipe(), tag: "bad")
    let (type, size) = (bad.descriptor.mediaType, bad.descriptor.size)
    let entry = "\"mediaType\":\"\(type)\",\"digest\":\"\(bad.digest)\",\"size\":\(size)"
    let arm = good.images[1].descriptor
    let index = """
      {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
       {\(entry),"platform":{"os":"linux","architecture":"amd64"}},
       {\(entry),"platform":{"os":"unknown","architecture":"unknown"}},
       {"mediaType":"\(arm.mediaType)","digest":"\(arm.digest)","size":\(arm.size),
        "platform":{"os":"linux","architecture":"arm64"}}]}
      """
    let blob = try shop.factory.blob(Array(index.utf8), mediaType: "application/vnd.oci.image.index.v1+json")
    let list = """
      {"schemaVersion":2,"manifests":[{"mediaType":"\(blob.mediaType)","digest":"\(blob.digest)","size":\(blob.size)}]}
      """
    try shop.shop.sandbox.write(list, to: "\(shop.factory.layout)/index.json")
    let ended = await shop.release("seal v1.4.2 --image api=oci-layout:\(shop.factory.layout)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("linux/amd64 has no label"), "\(ended.everything)")
  }

  @Test func `what a policy asks of a pinned image is looked up`() async throws {
    let shop = try await ImageShop.open(policy: #", labels: "require""#)
    let image = try shop.image(version: "2.0.0")
    let path = String(shop.repository.split(separator: "/", maxSplits: 1)[1])
    _ = try Skopeo(LocalRegistry.shared()).push(shop.factory.layout, tag: "it", to: "\(path):x")
    let ended = await shop.release("seal v1.4.2 --image api=\(shop.repository)@\(image.digest)")
    #expect(ended.exit == 1 && ended.errorOutput.contains("image.version=2.0.0"), "\(ended.everything)")
  }

  @Test func `what buildx wrote is read`() async throws {
    let shop = try await ImageShop.open()
    let digest = "sha256:" + String(repeating: "cd", count: 32)
    let metadata = """
      {"api-target": {"containerimage.digest": "\(digest)", "image.name": "\(shop.repository):1.4.2",
       "containerimage.descriptor": {"mediaType": "application/vnd.oci.image.index.v1+json", "digest": "\(digest)",
       "size": 856}}}
      """
    try shop.shop.sandbox.write(metadata, to: "\(shop.shop.path)/meta.json")
    try await shop.done("seal v1.4.2 --image-metadata meta.json")
    let object = try await sealed(shop)
    #expect(object["name"] == "api" && object["digest"] == .string(digest) && object["size"] == .integer(856))
    let twice = await shop.release("seal v1.4.2 --image-metadata meta.json --image api=\(digest)")
    #expect(twice.exit == 2 && twice.errorOutput.contains("named twice"), "\(twice.everything)")
    for (name, exit) in [("\(shop.repository):latest", Int32(1)), ("other.example/x:1", 2)] {
      let text = metadata.replacingOccurrences(of: "\(shop.repository):1.4.2", with: name)
      try shop.shop.sandbox.write(text, to: "\(shop.shop.path)/meta.json")
      let ended = await shop.release("seal v1.4.2 --image-metadata api=meta.json")
      #expect(ended.exit == exit, "\(ended.everything)")
    }
  }

  @Test func `cut holds images against the head that it releases`() async throws {
    let shop = try await ImageShop.open(policy: #", labels: "require""#)
    try shop.shop.git("add release.json")
    try shop.shop.git(["commit", "--quiet", "--message", "feat: images"])
    _ = try shop.image(version: "1.5.0", revision: shop.shop.git("rev-parse HEAD").trimmed)
    try await shop.done("cut --offline --image api=\(shop.layout)")
  }

  @Test(
    arguments: [
      ("api", 2), ("api=", 2), ("=x:1", 2), ("api=x/UPPER:1", 2), ("api=x@sha256:12", 2), ("a b=x:1", 2),
      ("other=sha256:\(String(repeating: "ab", count: 32))", 2), ("api=oci-layout:/nowhere", 3),
      ("api=docker-daemon:not/there:1", 3), ("api=https://x/y:1", 2),
    ] as [(String, Int32)]) func `what names no image is refused`(word: String, exit: Int32) async throws
  {
    let shop = try await ImageShop.open()
    let line = ["seal", "v1.4.2", "--image", word]
    let ended = await CommandLineTests.release(line, in: shop.shop.world)
    #expect(ended.exit == exit, "\(ended.everything)")
  }
}
