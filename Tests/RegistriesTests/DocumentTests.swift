import Effects
import OCIImages
import Registries
import RegistrySupport
import ReleaseSigning
import Testing

@Suite(
  "Documents of a registry", .enabled(if: LocalRegistry.isAvailable && Skopeo.isAvailable),
  .timeLimit(.minutes(20)))
struct DocumentTests {
  @Test func `an image and an index are found by tag and by digest`() async throws {
    let bench = try Bench()
    let repository = try bench.client().repository
    for (tag, made) in [("v1", bench.image.descriptor), ("v2", bench.pushed.index.descriptor)] {
      let digest = try Digest(made: made.digest)
      let byTag = try await repository.document(tag: tag)
      #expect(byTag.descriptor == Descriptor(mediaType: made.mediaType, digest: digest, size: made.size))
      #expect(try await repository.document(digest) == byTag)
      #expect(try await repository.digest(ofTag: tag) == digest)
      #expect(try await repository.hasDocument(digest))
    }
  }

  @Test func `what was pushed in Docker's form is found, too`() async throws {
    let factory = try ImageFactory()
    try factory.image(tag: "v1")
    try factory.index([ImageRecipe(), ImageRecipe(architecture: "arm64")], tag: "v2")
    let client = try Client(LocalRegistry.shared().address)
    let path = client.repository.name.drop { $0 != "/" }.dropFirst()
    for (tag, type) in [("v1", MediaType.dockerManifest), ("v2", MediaType.dockerList)] {
      let digest = try Skopeo(LocalRegistry.shared()).push(
        factory.layout, tag: tag, to: "\(path):\(tag)", format: .docker)
      let found = try await client.repository.document(tag: tag).descriptor
      #expect(found.digest == (try Digest(made: digest)))
      #expect(found.mediaType == type)
    }
  }

  @Test func `what is not there is not found`() async throws {
    let repository = try Client(LocalRegistry.shared().address) { $0.repository = "no/where" }.repository
    #expect(try await repository.digest(ofTag: "v1") == nil)
    #expect(try await repository.hasDocument(Digest.sha256([1])) == false)
    let error = await problem { _ = try await repository.document(tag: "v1") }
    #expect(error == .notFound(url: "\(repository.registry.name)/v2/no/where/manifests/v1"))
  }

  @Test func `a changed byte is found out, by digest and by tag`() async throws {
    let bench = try Bench()
    let repository = try bench.client().repository
    let expected = try Digest(made: bench.image.digest)
    try bench.proxy.set(ProxyRule(.corrupt(at: 20), path: "/manifests/"))
    for reading in [
      { try await repository.document(expected) }, { try await repository.document(tag: "v1") },
    ] {
      #expect(await fault { _ = try await reading() } == "digestMismatch")
    }
  }

  @Test(arguments: [nil, "sha256:00", "sha512:ab"])
  func `a digest that is not told, or no proper one, is computed all the same`(_ told: String?) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.field("Docker-Content-Digest", told), path: "/manifests/"))
    let found = try await bench.client().repository.document(tag: "v1")
    #expect(found.descriptor.digest == (try Digest(made: bench.image.digest)))
  }

  @Test func `a digest that is told wrongly is a refusal`() async throws {
    let bench = try Bench()
    let other = Digest.sha256([1])
    try bench.proxy.set(
      ProxyRule(.field("Docker-Content-Digest", "sha256:\(other.hex)"), path: "/manifests/"))
    #expect(await fault { _ = try await bench.client().repository.document(tag: "v1") } == "digestMismatch")
  }

  @Test(arguments: ["text/html", MediaType.dockerManifest, MediaType.ociIndex, "application/json"])
  func `a type that is not the document's own is a refusal`(_ type: String) async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.field("Content-Type", type), path: "/manifests/"))
    #expect(
      await fault { _ = try await bench.client().repository.document(tag: "v1") } == "document.contentType")
  }

  @Test func `a type with parameters, or none, is as good`() async throws {
    let bench = try Bench()
    for type in ["\(MediaType.ociManifest.uppercased()); charset=utf-8", nil] {
      try bench.proxy.set(ProxyRule(.field("Content-Type", type), path: "/manifests/"))
      _ = try await bench.client().repository.document(tag: "v1")
    }
  }

  @Test func `Docker's first form is refused by its name`() async throws {
    let bench = try Bench()
    let type = "application/vnd.docker.distribution.manifest.v1+prettyjws"
    let answer = ProxyFault.answer(200, fields: ["Content-Type": type], body: "{\"schemaVersion\":1}")
    try bench.proxy.set(ProxyRule(answer, path: "/manifests/"))
    #expect(await fault { _ = try await bench.client().repository.document(tag: "v1") } == "document.schema1")
  }

  @Test func `half of a document is none`() async throws {
    let bench = try Bench()
    try bench.proxy.set(
      ProxyRule(.truncate(to: 100), path: "/manifests/", skipping: 1),
      ProxyRule(.field("Docker-Content-Digest", nil), path: "/manifests/"))
    let repository = try bench.client().repository
    _ = try await repository.document(tag: "v1")
    #expect(await fault { _ = try await repository.document(tag: "v1") } == "digestMismatch")
    try bench.proxy.set(
      ProxyRule(.answer(200, fields: ["Content-Type": MediaType.ociManifest], body: "{\"schemaVersion\":2,")))
    #expect(
      await fault { _ = try await repository.document(tag: "v1") }?.hasPrefix("document.notJSON") == true)
  }

  @Test func `a document without end is cut off`() async throws {
    let bench = try Bench()
    try bench.proxy.set(ProxyRule(.endless(), path: "/manifests/"))
    #expect(await fault { _ = try await bench.client().repository.document(tag: "v1") } == "network.tooLarge")
    #expect(try bench.requests("GET", "/manifests/").count == 1)
  }

  @Test func `four mebibytes are read, and a byte more is not`() async throws {
    let bench = try Bench()
    let head = "{\"schemaVersion\":2,\"manifests\":[]"
    for extra in [0, 1] {
      let body = head + String(repeating: " ", count: (4 << 20) - head.utf8.count - 1 + extra) + "}"
      let answer = ProxyFault.answer(200, fields: ["Content-Type": MediaType.ociIndex], body: body)
      try bench.proxy.set(ProxyRule(answer, path: "/manifests/"))
      let error = await problem { _ = try await bench.client().repository.document(tag: "v1") }
      if extra == 0 { #expect(error == nil) } else { #expect(error != nil) }
    }
  }

  @Test func `every form is asked for, so that none is made into another`() async throws {
    let bench = try Bench()
    _ = try await bench.client().repository.document(tag: "v2")
    let accept = try bench.requests("GET", "/manifests/")[0].values(of: "accept").joined(separator: ", ")
    for type in [MediaType.ociIndex, MediaType.ociManifest, MediaType.dockerList, MediaType.dockerManifest] {
      #expect(accept.contains(type))
    }
  }

  @Test func `a tag that moves leads to one document at a time`() async throws {
    let bench = try Bench()
    let digests = [bench.image.digest, bench.pushed.index.digest]
    try bench.proxy.set(ProxyRule(.manifests(digests), path: "/manifests/v1$"))
    let repository = try bench.client().repository
    let first = try await repository.document(tag: "v1")
    let second = try await repository.document(tag: "v1")
    #expect(try [first, second].map(\.descriptor.digest) == digests.map { try Digest(made: $0) })
    #expect(try await repository.document(first.descriptor.digest) == first)
  }

  @Test(arguments: ["http", "httpd", "https/x", "http/https"])
  func `a repository may have the name of a protocol`(_ path: String) async throws {
    let registry = try LocalRegistry.shared()
    let factory = try ImageFactory()
    let image = try factory.image(tag: "v1")
    let repository = try Client(registry.address) { $0.repository = path }.repository
    let layout = try ImageLayout(at: factory.layout, Client(registry.address).world.files)
    _ = try await ImageTransfer(from: layout, to: repository).copy(Digest(made: image.digest))
    #expect(try Skopeo(registry).digest("\(path)@\(image.digest)") == image.digest)
  }

  @Test func `a document is put under a tag, and skopeo finds it`() async throws {
    let bench = try Bench()
    let repository = try bench.client().repository
    let document = try await repository.document(tag: "v1")
    let isListed = try await repository.put(document, tag: "again")
    #expect(!isListed)
    #expect(try Skopeo(LocalRegistry.shared()).digest("\(bench.pushed.path):again") == bench.image.digest)
  }

  @Test func `a registry that stores another document than was put is found out`() async throws {
    let bench = try Bench()
    let repository = try bench.client().repository
    let document = try await repository.document(tag: "v1")
    let told = "sha256:\(Digest.sha256([1]).hex)"
    try bench.proxy.set(ProxyRule(.field("Docker-Content-Digest", told), method: "PUT"))
    #expect(await fault { try await repository.put(document, tag: "other") } == "digestMismatch")
  }
}
