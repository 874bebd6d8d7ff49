import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("Manifests") struct ManifestTests {
  @Test func `a manifest comes back as it was written`() throws {
    let manifest = try Manifest.sample()
    #expect(try Manifest(Statement(parsing: manifest.statement.bytes)) == manifest)
  }

  @Test func `a manifest without what may be absent comes back too`() throws {
    let manifest = try Manifest.bare()
    #expect(try Manifest(Statement(parsing: manifest.statement.bytes)) == manifest)
    #expect(!text(manifest.statement.bytes).contains("null"))
  }

  @Test func `the order in which parts are given leaves no trace`() throws {
    let manifest = try Manifest.sample()
    let other = manifest.with(
      images: manifest.images.reversed(), artifacts: manifest.artifacts.reversed(), sboms: manifest.sboms)
    #expect(other.statement.bytes == manifest.statement.bytes)
    let fewer = manifest.with(images: [], artifacts: manifest.artifacts, sboms: [])
    #expect(fewer.statement.bytes != manifest.statement.bytes)
  }

  @Test func `two images of one name are refused`() throws {
    let manifest = try Manifest.sample()
    let twins = manifest.with(
      images: manifest.images + manifest.images, artifacts: manifest.artifacts, sboms: manifest.sboms)
    let fault = StatementError.field("images.name", value: manifest.images[0].name)
    #expect(throws: fault) { try Manifest(Statement(parsing: twins.statement.bytes)) }
  }

  @Test func `the same manifest signed by the same keys is the same envelope`() throws {
    let (first, second) = try (Workshop().envelope(), Workshop().envelope())
    #expect(first.bytes == second.bytes)
    #expect(first.bytes != (try Workshop().envelope(signedBy: .bob, .alice).bytes))
  }

  @Test func `the payload is this text and no other`() throws {
    let commit = hex("a", 40)
    #expect(
      text(try Manifest.bare().statement.bytes) == """
        {"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"v0.1.0","digest":{"gitCommit":"\(commit)"}}],\
        "predicateType":"urn:release-toolkit:manifest:v1","predicate":{"project":"acme/shop","version":"0.1.0",\
        "tag":"v0.1.0","channel":"stable","source":{"commit":"\(commit)","tree":"\(hex("b", 40))",\
        "tag_ref":"refs/tags/v0.1.0"},"bump":{"level":"none","commits":0},"changelog":{"sha256":\
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","markdown":""},"images":[],"artifacts":[],\
        "sboms":[],"created_at":"2026-03-01T12:00:00Z","tool":{"name":"release","version":"1.0.0"}}}
        """)
  }

  @Test func `signatures do not change what a manifest is called`() throws {
    let shop = try Workshop()
    let once = try shop.envelope(signedBy: .alice)
    #expect(once.payloadDigest == (try shop.envelope(signedBy: .alice, .bob, .carol).payloadDigest))
    #expect(once.payloadDigest == .sha256(shop.manifest.statement.bytes))
  }

  @Test func `the subjects are the files and then the images`() throws {
    let manifest = try Manifest.sample()
    let files = ["bin/shop", "dist/shop.tar.gz"]
    #expect(manifest.subjects.map(\.name) == files + manifest.images.map(\.reference))
    #expect(manifest.subjects[3].digest == ["sha256": manifest.images[1].digest.hex])
  }

  @Test func `an image under two names is one subject and comes back twice`() throws {
    let manifest = try Manifest.sample()
    var again = manifest.images[1]
    again.name = "again"
    let twice = manifest.with(images: manifest.images + [again], artifacts: [], sboms: [])
    #expect(twice.subjects.count == 2)
    #expect(
      try Manifest(Statement(parsing: twice.statement.bytes)).images.map(\.name) == ["again", "api", "web"])
  }

  @Test func `a manifest refers to its release by version and digest`() throws {
    let shop = try Workshop()
    let verified = try #require(shop.verdict(on: shop.envelope().bytes).verified)
    let expected = ReleaseReference(
      component: "api", version: Version(1, 5, 0), manifestDigest: .sha256(shop.manifest.statement.bytes))
    #expect(verified.reference == expected)
  }
}

extension Manifest {
  /// A manifest of nothing but what must be there.
  fileprivate static func bare() throws -> Manifest {
    Manifest(
      project: "acme/shop", component: nil, version: Version(0, 1, 0), tag: "v0.1.0", channel: "stable",
      purl: nil,
      source: Source(uri: nil, commit: hex("a", 40), tree: hex("b", 40), tagRef: "refs/tags/v0.1.0"),
      previous: nil, bump: BumpRecord(level: .none, commits: 0), changelog: ChangelogRecord(markdown: ""),
      images: [], artifacts: [], sboms: [], createdAt: Workshop.now,
      tool: Tool(name: "release", version: "1.0.0"))
  }

  /// The manifest made again with other contents.
  fileprivate func with(images: [Image], artifacts: [Artifact], sboms: [SBOM]) -> Manifest {
    Manifest(
      project: project, component: component, version: version, tag: tag, channel: channel, purl: purl,
      source: source, previous: previous, bump: bump, changelog: changelog, images: images,
      artifacts: artifacts, sboms: sboms, createdAt: createdAt, tool: tool)
  }
}
