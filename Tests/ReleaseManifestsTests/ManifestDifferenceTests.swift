import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("What differs between manifests") struct ManifestDifferenceTests {
  private func stated(_ change: (inout Manifest) throws -> Void = { _ in }) throws -> StatedManifest {
    var manifest = try Manifest.sample()
    try change(&manifest)
    return try StatedManifest(parsing: manifest.statement.bytes)
  }

  /// One line an entry, `changed field name a b`, without its digests.
  private func lines(_ difference: ManifestDifference) -> [String] {
    difference.entries.map { entry in
      [entry.kind.rawValue, entry.field, entry.name, entry.a, entry.b].compactMap(\.self)
        .map { $0.replacing(/[0-9a-f]{64}/, with: "#") }.joined(separator: " ")
    }
  }

  @Test func `a manifest does not differ from itself, whoever signed it`() throws {
    let shop = try Workshop()
    let (one, two) = (try shop.envelope(signedBy: .alice).bytes, try shop.envelope().bytes)
    #expect(
      try ManifestDifference(from: StatedManifest(parsing: one), to: StatedManifest(parsing: two)).entries
        .isEmpty)
    #expect(try ManifestDifference(from: stated(), to: StatedManifest(parsing: one)).entries.isEmpty)
  }

  /// A change of each member, and what is told of it.
  static let changes: [(lines: [String], change: @Sendable (inout Manifest) throws -> Void)] = [
    (["changed project acme/shop acme/other"], { $0.project = "acme/other" }),
    (["removed component api"], { $0.component = nil }),
    (["changed version 1.5.0 1.5.0+x"], { $0.version = try Version(parsing: "1.5.0+x") }),
    (
      ["changed tag v1.5.0 x"],
      {
        $0.tag = "x"
        $0.source.tagRef = "refs/tags/x"
      }
    ),
    (["changed channel stable next"], { $0.channel = "next" }),
    (["changed purl pkg:generic/shop@1.5.0 x"], { $0.purl = "x" }),
    (["changed source.uri git+https://example.com/shop x"], { $0.source.uri = "x" }),
    (
      ["changed source.commit \(hex("a", 40)) \(hex("c", 40))"], { $0.source.commit = hex("c", 40) }
    ),
    (["changed source.tree \(hex("b", 40)) \(hex("c", 40))"], { $0.source.tree = hex("c", 40) }),
    (["changed previous.version 1.4.2 1.4.3"], { $0.previous?.version = Version(1, 4, 3) }),
    (["removed previous.manifest_digest #"], { $0.previous?.manifestDigest = nil }),
    (["changed bump.level minor major"], { $0.bump.level = .major }),
    (["changed bump.commits 7 8"], { $0.bump.commits = 8 }),
    (["changed changelog sha256:# sha256:#"], { $0.changelog.markdown = "" }),
    (
      ["changed created_at 2026-03-01T12:00:00Z 1970-01-01T00:00:00Z"],
      { $0.createdAt = Timestamp(secondsSinceEpoch: 0) }
    ),
    (["changed tool release 1.0.0 release 2.0.0"], { $0.tool.version = "2.0.0" }),
    (["removed images web example.com/web@sha256:#"], { $0.images.removeLast() }),
    (["changed images.size api 900 901"], { $0.images[0].size = 901 }),
    (
      ["removed images.media_type api application/vnd.oci.image.index.v1+json"],
      { $0.images[0].mediaType = nil }
    ),
    (
      ["added images.platforms api linux/arm64 sha256:#"],
      { $0.images[0].platforms.append(.init(os: "linux", architecture: "arm64", digest: .sha256([1]))) }
    ),
    (
      ["changed images.platforms api linux/amd64 sha256:# sha256:#"],
      { $0.images[0].platforms[0].digest = .sha256([1]) }
    ),
    (["changed artifacts bin/shop sha256:# sha256:#"], { $0.artifacts[0].sha256 = .sha256([1]) }),
    (["changed artifacts.executable bin/shop true false"], { $0.artifacts[0].isExecutable = false }),
    (["changed artifacts.size bin/shop 8 9"], { $0.artifacts[0].size = 9 }),
    (["removed sboms sbom.json sha256:#"], { $0.sboms = [] }),
    (["changed sboms.format sbom.json cyclonedx spdx"], { $0.sboms[0].format = "spdx" }),
  ]

  @Test(arguments: changes.indices) func `each member is told of by its name`(place: Int) throws {
    let (expected, change) = Self.changes[place]
    #expect(lines(ManifestDifference(from: try stated(), to: try stated(change))) == expected)
  }

  @Test func `the same bytes under another path are renamed, each once`() throws {
    let (a, b, c) = (
      try Manifest.Artifact.named("a"), try Manifest.Artifact.named("b"), try Manifest.Artifact.named("c")
    )
    func moved(_ artifact: Manifest.Artifact, to path: String) throws -> Manifest.Artifact {
      .init(
        path: try ArtifactPath(parsing: path), size: artifact.size, sha256: artifact.sha256, mediaType: nil,
        isExecutable: false)
    }
    let difference = ManifestDifference(
      from: try stated { $0.artifacts = [a, b, c] },
      to: try stated { $0.artifacts = [try moved(c, to: "b"), try moved(a, to: "x"), try moved(a, to: "y")] })
    let told = difference.entries.map { [$0.kind.rawValue, $0.name, $0.a, $0.b] }
    #expect(
      told == [
        ["renamed", "a", "a", "x"],
        ["changed", "b", "sha256:\(b.sha256.hex)", "sha256:\(c.sha256.hex)"],
        ["removed", "c", "sha256:\(c.sha256.hex)", nil], ["added", "y", nil, "sha256:\(a.sha256.hex)"],
      ])
  }

  @Test func `an image that moved is told with both references`() throws {
    let other = Digest.sha256([9])
    let difference = ManifestDifference(
      from: try stated(),
      to: try stated {
        $0.images[1].digest = other
        $0.images[1].reference = "example.com/web@sha256:\(other.hex)"
      })
    let entry = try #require(difference.entries.first)
    #expect(difference.entries.count == 1)
    #expect(entry.field == "images" && entry.name == "web" && entry.kind == .changed)
    #expect(entry.b == "example.com/web@sha256:\(other.hex)")
  }

  @Test func `what this version does not know is a difference, too`() throws {
    let text = text(try Manifest.sample().statement.bytes)
    let other = try StatedManifest(
      parsing: Array(edit(text, #""created_at""#, #""new":1,"created_at""#).utf8))
    #expect(try ManifestDifference(from: stated(), to: other).entries.map(\.field) == ["payload"])
  }

  @Test func `turned round, what was added was removed`() throws {
    let (a, b) = (try stated(), try stated { $0.artifacts = [try .named("new")] })
    let there = ManifestDifference(from: a, to: b).entries.map(\.kind)
    let back = ManifestDifference(from: b, to: a).entries.map(\.kind)
    #expect(there.filter { $0 == .added }.count == back.filter { $0 == .removed }.count)
    #expect(Set(there) == [.added, .removed] && there.count == back.count)
  }
}
