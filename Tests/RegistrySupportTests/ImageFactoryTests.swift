import Effects
import Foundation
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite("Images made without an engine") struct ImageFactoryTests {
  @Test func `the same recipe gives the same bytes, and a layer is an archive of its file`() throws {
    let (one, two) = (try ImageFactory(), try ImageFactory())
    let recipe = ImageRecipe(
      labels: ["a": "b"],
      layers: [
        LayerRecipe(bytes: 3_000_001), LayerRecipe(bytes: 10, seed: 7, isCompressed: true),
        LayerRecipe(bytes: 0),
      ])
    let image = try one.image(recipe, tag: "v1")
    #expect(try two.image(recipe, tag: "v1") == image)
    for blob in image.layers + [image.config, image.descriptor] {
      let hashed = try LiveFiles().copyHashing(one.file(of: blob.digest), to: nil)
      #expect("sha256:" + hashed.digest.hex == blob.digest)
      #expect(hashed.size == blob.size)
    }
    let scratch = try Scratch()
    for (layer, size) in zip(image.layers, ["3000001", "10", "0"]) {
      #expect(try scratch.shell("tar -xOf '\(one.file(of: layer.digest))' payload | wc -c") == size + "\n")
    }
    #expect(try scratch.shell("tar -tf '\(one.archive())'").contains("index.json"))
    #expect(try scratch.shell("gzip -dc '\(one.file(of: image.layers[1].digest))' | wc -c") == "2048\n")
  }

  @Test(.enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable))
  func `an index with attestations goes through a registry and back`() throws {
    let (registry, factory) = (try LocalRegistry.shared(), try ImageFactory())
    let index = try factory.index(
      [ImageRecipe(), ImageRecipe(architecture: "arm64", layers: [LayerRecipe(seed: 2)])], isAttested: true,
      tag: "all")
    #expect(index.attestations.map(\.platform?.os) == ["unknown", "unknown"])
    let skopeo = try Skopeo(registry)
    #expect(try skopeo.push(factory.layout, tag: "all", to: "factory/index:1") == index.digest)
    for digest in index.images.map(\.digest) + index.attestations.map(\.digest) {
      #expect(try skopeo.digest("factory/index@\(digest)") == digest)
    }
    let scratch = try Scratch()
    try skopeo.pull("factory/index@\(index.digest)", to: scratch.at("back"), tag: "v1")
    #expect(try scratch.names("back/blobs/sha256").count >= 7)
    #expect(try skopeo.inspect("factory/index:1").architecture == "amd64")
  }

  @Test(.enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable))
  func `an image and an index are pushed with the media types of Docker`() throws {
    let (registry, factory) = (try LocalRegistry.shared(), try ImageFactory())
    try factory.image(tag: "one")
    try factory.index([ImageRecipe(), ImageRecipe(architecture: "arm64")], tag: "all")
    let skopeo = try Skopeo(registry)
    try skopeo.push(factory.layout, tag: "one", to: "factory/docker:one", format: .docker)
    try skopeo.push(factory.layout, tag: "all", to: "factory/docker:all", format: .docker)
    func type(_ tag: String) throws -> String {
      String(decoding: try skopeo.manifest("factory/docker:\(tag)"), as: UTF8.self)
    }
    #expect(try type("one").contains("application/vnd.docker.distribution.manifest.v2+json"))
    #expect(try type("all").contains("application/vnd.docker.distribution.manifest.list.v2+json"))
  }

  @Test func `a large layer is made piece by piece`() throws {
    let factory = try ImageFactory()
    let began = Date.now
    let image = try factory.image(ImageRecipe(layers: [LayerRecipe(bytes: 1 << 28)]), tag: "large")
    #expect(image.layers[0].size == 1 << 28 + 1536)
    #expect(Date.now.timeIntervalSince(began) < 20)
  }
}
