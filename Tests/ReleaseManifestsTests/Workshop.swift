import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

/// Who holds a key, each that of a seed of 32 equal bytes.
enum Signer: UInt8, Sendable {
  /// The release keys, two of which must sign.
  case alice = 1, bob, carol
  /// The keys of other roles: `root`, `ledger`, `promote:staging`.
  case owner, scribe, pusher
  /// A key of no role.
  case stranger

  func key() throws -> PrivateKey { try numberedKey(Int(rawValue)) }
}

/// Returns the key of a seed of 32 bytes that are this number.
func numberedKey(_ number: Int) throws -> PrivateKey {
  try PrivateKey(seed: SecretBytes(copying: [UInt8](repeating: UInt8(number), count: 32)))
}

/// A project with its trust root, a manifest that holds, and the envelope that carries it.
struct Workshop {
  static let now = Timestamp(secondsSinceEpoch: 1_772_366_400)

  var root: TrustRoot
  var manifest: Manifest
  var trust: ManifestVerifier.Trust { .root(root, role: .release) }

  init() throws {
    root = try TrustRoot.sample()
    manifest = try Manifest.sample()
  }

  /// The payload of the manifest as text.
  var payload: String { text(manifest.statement.bytes) }

  /// The envelope of the manifest, signed by two release keys.
  func envelope(signedBy signers: Signer...) throws -> Envelope {
    var envelope = manifest.statement.envelope
    for signer in signers.isEmpty ? [.alice, .bob] : signers { try envelope.sign(with: signer.key()) }
    return envelope
  }

  /// A payload of any content, signed by two release keys.
  func sealed(_ payload: [UInt8]) throws -> [UInt8] {
    var envelope = Envelope(payloadType: PayloadType.statement, payload: payload)
    for signer in [Signer.alice, .bob] { try envelope.sign(with: signer.key()) }
    return envelope.bytes
  }

  func verdict(on bytes: [UInt8]) -> ManifestVerdict {
    ManifestVerifier(trusting: trust, at: Self.now).verify(bytes)
  }
}

extension TrustRoot {
  static func sample() throws -> TrustRoot {
    let release = try [Signer.alice, .bob, .carol].map { try $0.key().publicKey }
    let owner = try Signer.owner.key().publicKey
    let scribe = try Signer.scribe.key().publicKey
    let pusher = try Signer.pusher.key().publicKey
    let keys = (release + [owner, scribe, pusher]).map { ($0.keyID, Key(publicKey: $0, name: "")) }
    return TrustRoot(
      project: "acme/shop", version: 1, expires: Workshop.now.advanced(by: TimeSpan(seconds: 1)),
      keys: Dictionary(uniqueKeysWithValues: keys),
      roles: [
        .release: Grant(keyIDs: release.map(\.keyID), threshold: 2),
        .root: Grant(keyIDs: [owner.keyID], threshold: 1),
        .ledger: Grant(keyIDs: [scribe.keyID], threshold: 1),
        .promote("staging"): Grant(keyIDs: [pusher.keyID], threshold: 1),
      ], ledgerOrigin: "acme/shop/ledger")
  }
}

extension Manifest {
  /// A manifest in which every member is there, and a character is not one byte.
  static func sample() throws -> Manifest {
    let (api, amd64) = (Digest.sha256([1]), Digest.sha256([2]))
    return Manifest(
      project: "acme/shop", component: "api", version: try Version(parsing: "1.5.0"), tag: "v1.5.0",
      channel: "stable", purl: "pkg:generic/shop@1.5.0",
      source: Source(
        uri: "git+https://example.com/shop", commit: String(repeating: "a", count: 40),
        tree: String(repeating: "b", count: 40), tagRef: "refs/tags/v1.5.0"),
      previous: Previous(version: try Version(parsing: "1.4.2"), manifestDigest: .sha256([3])),
      bump: BumpRecord(level: .minor, commits: 7),
      changelog: ChangelogRecord(markdown: "### Features\n\n* open a café\n"),
      images: [
        Image(
          name: "api", reference: "example.com/api@sha256:\(api.hex)", digest: api,
          mediaType: "application/vnd.oci.image.index.v1+json", size: 900,
          platforms: [.init(os: "linux", architecture: "amd64", digest: amd64)]),
        try .named("web"),
      ],
      artifacts: [try .named("bin/shop", isExecutable: true), try .named("dist/shop.tar.gz")],
      sboms: [SBOM(path: try ArtifactPath(parsing: "sbom.json"), sha256: .sha256([4]), format: "cyclonedx")],
      createdAt: Workshop.now, tool: Tool(name: "release", version: "1.0.0"))
  }
}

extension Manifest.Image {
  static func named(_ name: String) throws -> Manifest.Image {
    let digest = Digest.sha256(name.utf8)
    return .init(name: name, reference: "example.com/\(name)@sha256:\(digest.hex)", digest: digest)
  }
}

extension Manifest.Artifact {
  static func named(_ path: String, isExecutable: Bool = false) throws -> Manifest.Artifact {
    .init(
      path: try ArtifactPath(parsing: path), size: Int64(path.utf8.count), sha256: .sha256(path.utf8),
      mediaType: nil, isExecutable: isExecutable)
  }
}

/// Returns bytes as the text that they are.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Returns a text with the one place changed where something stands; the test fails when it stands nowhere or twice.
func edit(
  _ text: String, _ old: String, _ new: String, at location: SourceLocation = #_sourceLocation
) throws -> String {
  try #require(text.ranges(of: old).count == 1, "\(old) is not there once", sourceLocation: location)
  return text.replacing(old, with: new)
}
