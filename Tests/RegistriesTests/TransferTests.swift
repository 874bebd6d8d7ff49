import Effects
import HTTPTransport
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing
import WorldSupport

@Suite(
  "Images on their way", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct TransferTests {
  private func target(_ registry: LocalRegistry) throws -> Client { try Client(registry.address) }

  private func path(_ client: Client) -> String {
    client.repository.name.split(separator: "/").dropFirst().joined(separator: "/")
  }

  @Test(arguments: [false, true]) func `a layout's index goes up whole, and skopeo reads it`(
    _ isArchive: Bool
  ) async throws {
    let factory = try ImageFactory()
    let index = try factory.index(
      [ImageRecipe(), ImageRecipe(architecture: "arm64")], isAttested: true, tag: "v1")
    let registry = try LocalRegistry.shared()
    let client = try target(registry)
    let layout = try ImageLayout(at: isArchive ? factory.archive() : factory.layout, client.world.files)
    let digest = try layout.descriptor(tag: "v1").digest
    let first = try await ImageTransfer(from: layout, to: client.repository).copy(digest)
    #expect(first[.uploaded] ?? 0 >= 4)
    let second = try await ImageTransfer(from: layout, to: client.repository).copy(digest)
    #expect(Set(second.keys) == [.present])
    let skopeo = try Skopeo(registry)
    #expect(try skopeo.digest("\(path(client))@\(index.digest)") == index.digest)
    let scratch = try Scratch()
    try skopeo.run(
      [
        "copy", "--all", "--preserve-digests", "--src-tls-verify=false",
        "docker://\(registry.address)/\(path(client))@\(index.digest)", "oci:\(scratch.at("out")):v1",
      ])
    #expect(try ImageLayout(at: scratch.at("out"), scratch.files).descriptor(tag: "v1").digest == digest)
  }

  @Test func `an image goes from one repository to another by mounts, and to another registry by its bytes`()
    async throws
  {
    let bench = try Bench()
    let digest = try Digest(made: bench.image.digest)
    let source = try bench.client()
    let neighbour = try source.neighbour("copies/\(UInt64.random(in: 0 ... .max))")
    let mounted = try await ImageTransfer(from: source.repository, to: neighbour).copy(digest)
    #expect(mounted == [.mounted: 2])
    #expect(try await neighbour.hasDocument(digest))
    #expect(try bench.requests("PUT", "/blobs/").isEmpty)
    let other = try LocalRegistry.shared(.basic(user: "ada", password: "pw"))
    let client = try Client(other.address) { $0.credentials = Client.account(other.address, "ada", "pw") }
    let sent = try await ImageTransfer(from: source.repository, to: client.repository).copy(digest)
    #expect(sent == [.uploaded: 2])
    try await client.repository.verifyBlob(bench.layer)
    #expect(try Skopeo(other).digest("\(path(client))@\(bench.image.digest)") == bench.image.digest)
  }

  @Test func `an index that names what is missing is not pushed`() async throws {
    let factory = try ImageFactory()
    let index = try factory.index([ImageRecipe(), ImageRecipe(architecture: "arm64")], tag: "v1")
    let scratch = try Scratch()
    try scratch.shell("rm '\(factory.file(of: index.images[1].digest))'")
    let client = try target(LocalRegistry.shared())
    let layout = try ImageLayout(at: factory.layout, scratch.files)
    let digest = try Digest(made: index.digest)
    #expect(
      await fault { _ = try await ImageTransfer(from: layout, to: client.repository).copy(digest) }
        == "notFound")
    #expect(try await client.repository.hasDocument(digest) == false)
  }

  @Test func `a blob of the layout that was changed is not taken`() async throws {
    let factory = try ImageFactory()
    let image = try factory.image(tag: "v1")
    let scratch = try Scratch()
    try scratch.shell(
      "printf x | dd of='\(factory.file(of: image.layers[0].digest))' conv=notrunc 2>/dev/null")
    let client = try target(LocalRegistry.shared())
    let layout = try ImageLayout(at: factory.layout, scratch.files)
    let digest = try Digest(made: image.digest)
    #expect(
      await fault { _ = try await ImageTransfer(from: layout, to: client.repository).copy(digest) }
        == "status")
    #expect(try await client.repository.hasDocument(digest) == false)
  }

  @Test func `what registries need not hold is left where it is`() async throws {
    let factory = try ImageFactory()
    let image = try factory.image()
    let foreign = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"
    let layer = Descriptor(
      mediaType: foreign, digest: .sha256([1]), size: 10, urls: ["https://elsewhere.example/layer"])
    let config = try Descriptor(image.config)
    let manifest = try Self.manifest(config: config, layers: [layer, Descriptor(image.layers[0])])
    let made = try factory.blob(manifest, mediaType: MediaType.ociManifest)
    let client = try target(LocalRegistry.shared())
    let layout = try ImageLayout(at: factory.layout, client.world.files)
    // The registry itself may refuse such a manifest; no blob is looked for in any case.
    let name = await fault {
      _ = try await ImageTransfer(from: layout, to: client.repository).copy(Digest(made: made.digest))
    }
    #expect(name == nil || name == "status")
    try await client.repository.verifyBlob(Descriptor(image.layers[0]))
  }

  private static func manifest(config: Descriptor, layers: [Descriptor]) -> [UInt8] {
    func text(_ one: Descriptor) -> String {
      let urls = one.urls.isEmpty ? "" : ",\"urls\":[\"\(one.urls[0])\"]"
      return
        "{\"mediaType\":\"\(one.mediaType)\",\"digest\":\"sha256:\(one.digest.hex)\",\"size\":\(one.size)\(urls)}"
    }
    let parts = layers.map(text).joined(separator: ",")
    return Array(
      "{\"schemaVersion\":2,\"mediaType\":\"\(MediaType.ociManifest)\",\"config\":\(text(config)),\"layers\":[\(parts)]}"
        .utf8)
  }

  @Test func `indexes in indexes without end are refused`() async throws {
    let factory = try ImageFactory()
    var inner = try factory.image().descriptor
    for _ in 0..<6 {
      let entry =
        "{\"mediaType\":\"\(inner.mediaType)\",\"digest\":\"\(inner.digest)\",\"size\":\(inner.size)}"
      inner = try factory.blob(
        Array("{\"schemaVersion\":2,\"mediaType\":\"\(MediaType.ociIndex)\",\"manifests\":[\(entry)]}".utf8),
        mediaType: MediaType.ociIndex)
    }
    let client = try target(LocalRegistry.shared())
    let layout = try ImageLayout(at: factory.layout, client.world.files)
    let digest = try Digest(made: inner.digest)
    #expect(
      await fault { _ = try await ImageTransfer(from: layout, to: client.repository).copy(digest) }
        == "malformed")
    #expect(await fault { _ = try await ImageSurvey(of: layout.document(digest), in: layout) } == "malformed")
  }

  @Test func `a survey tells what each platform says of itself`() async throws {
    let bench = try Bench()
    let repository = try bench.client().repository
    let index = try await ImageSurvey(of: repository.document(tag: "v2"), in: repository)
    #expect(index.isIndex)
    #expect(index.annotations == ["e": "f"])
    #expect(index.platforms.map(\.platform.text) == ["linux/amd64", "linux/arm64"])
    #expect(index.platforms.map(\.labels) == [[:], ["c": "d"]])
    #expect(
      try index.platforms.map(\.descriptor.digest)
        == bench.pushed.index.images.map { try Digest(made: $0.digest) })
    let image = try await ImageSurvey(of: repository.document(tag: "v1"), in: repository)
    #expect(!image.isIndex)
    #expect(image.platforms.map(\.contentSize) == [bench.image.config.size + bench.image.layers[0].size])
  }

  @Test func `an image that is listed as an attestation, too, is surveyed`() async throws {
    let factory = try ImageFactory()
    let image = try factory.image(ImageRecipe(labels: ["a": "b"])).descriptor
    func entry(_ os: String) -> String {
      "{\"mediaType\":\"\(image.mediaType)\",\"digest\":\"\(image.digest)\",\"size\":\(image.size),\"platform\":{\"os\":\"\(os)\",\"architecture\":\"\(os == "linux" ? "amd64" : os)\"}}"
    }
    let text =
      "{\"schemaVersion\":2,\"mediaType\":\"\(MediaType.ociIndex)\",\"manifests\":[\(entry("unknown")),\(entry("linux"))]}"
    let made = try factory.blob(Array(text.utf8), mediaType: MediaType.ociIndex)
    let scratch = try Scratch()
    let layout = try ImageLayout(at: factory.layout, scratch.files)
    let survey = try await ImageSurvey(of: layout.document(Digest(made: made.digest)), in: layout)
    #expect(survey.platforms.map(\.labels) == [["a": "b"]])
  }
}
