import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("Verdicts on provenance") struct ProvenanceVerdictTests {
  private let shop: Workshop

  init() throws { shop = try Workshop() }

  private func signed(by signers: Signer...) throws -> [UInt8] {
    var envelope = try shop.provenance().statement.envelope
    for signer in signers { try envelope.sign(with: signer.key()) }
    return envelope.bytes
  }

  @Test func `provenance of two release keys holds`() throws {
    let verdict = try shop.verdict(onProvenance: signed(by: .alice, .bob))
    #expect(verdict.refusals == [])
    #expect(verdict.verified == (try shop.provenance()))
    #expect(verdict.signing.signers.count == 2)
  }

  @Test func `keys and threshold are those of manifests`() throws {
    let verdicts = try [signed(by: .alice), signed(by: .stranger, .pusher)].map(shop.verdict(onProvenance:))
    #expect(verdicts[0].refusals == [.thresholdNotMet(required: 2, met: 1, role: .release)])
    #expect(verdicts[1].refusals == [.signatureUntrusted(signatures: 2, role: .release)])
    #expect(verdicts.allSatisfy { $0.provenance == nil && $0.verified == nil })
  }

  @Test func `an expired root vouches for nothing`() throws {
    let late = Timestamp(secondsSinceEpoch: shop.root.expires.secondsSinceEpoch)
    let verifier = ProvenanceVerifier(trusting: shop.trust, at: late, accepting: [try .sample()])
    let verdict = verifier.verify(try signed(by: .alice, .bob), of: try shop.verified())
    #expect(verdict.refusals == [.trustExpired(at: shop.root.expires)])
  }

  @Test func `no builder is accepted unless it is named`() throws {
    let found = try shop.provenance().builder
    for accepted in [[], [BuilderID.local]] {
      let verifier = ProvenanceVerifier(trusting: shop.trust, at: Workshop.now, accepting: accepted)
      let verdict = verifier.verify(try signed(by: .alice, .bob), of: try shop.verified())
      #expect(verdict.refusals == [.provenance(.builder(found: found, accepted: accepted))])
    }
  }

  /// A change of what is signed, and what must refuse it.
  static let changes: [(old: String, new: String, refusal: Refusal?)] = [
    (#""tag":"v1.5.0""#, #""tag":"v1.5.1""#, other(.tag, "v1.5.0", "v1.5.1")),
    (#""version":"1.5.0""#, #""version":"1.5.0+x""#, other(.version, "1.5.0", "1.5.0+x")),
    (#""channel":"stable""#, #""channel":"next""#, other(.channel, "stable", "next")),
    (#""channel":"stable""#, #""channel":["stable"]"#, other(.channel, "stable", #"["stable"]"#)),
    (#","component":"api""#, "", other(.component, "api", "")),
    (#""ref":"refs/tags/v1.5.0""#, #""ref":"refs/heads/main""#, nil),
    (
      #""ref":"refs/tags/v1.5.0""#, #""ref":"refs/pull/1/merge""#,
      other(.ref, "refs/tags/v1.5.0", "refs/pull/1/merge")
    ),
    (#""ref":"refs/tags/v1.5.0","#, "", other(.ref, "refs/tags/v1.5.0", "")),
    (
      #""repository":"git+https://example.com/shop""#, #""repository":"git+https://example.org/shop""#,
      other(.repository, "git+https://example.com/shop", "git+https://example.org/shop")
    ),
    (#""component":"api""#, #""component":"api","inputs":{}"#, .provenance(.unknownParameter("inputs"))),
    (
      "urn:release-toolkit:build:v1", "urn:release-toolkit:build:v2",
      other(.buildType, "urn:release-toolkit:build:v1", "urn:release-toolkit:build:v2")
    ),
    (
      "@refs/tags/v1.5.0\",\"digest\"", "@refs/tags/v1.5.1\",\"digest\"",
      other(
        .source, "git+https://example.com/shop@refs/tags/v1.5.0",
        "git+https://example.com/shop@refs/tags/v1.5.1")
    ),
    (
      #""gitCommit":""# + hex("a", 40), #""gitCommit":""# + hex("c", 40),
      .commitMismatch(expected: hex("a", 40), found: hex("c", 40))
    ),
    (#""name":"manifest""#, #""name":"manifesto""#, nil),
    (#""event_name":"push""#, #""event_name":"schedule""#, nil),
    (#""runDetails":{"#, #""runDetails":{"extra":1,"#, nil),
    (
      "https://example.com/shop/release.yml", "https://example.com/mallory.yml", nil
    ),
  ]

  private static func other(_ field: Provenance.Field, _ expected: String, _ found: String) -> Refusal {
    .provenance(.otherwise(field: field, expected: expected, found: found))
  }

  @Test(arguments: changes.indices) func `whatever the manifest decides must be as it says`(place: Int) throws
  {
    let (old, new, refusal) = Self.changes[place]
    let verdict = try shop.verdict(changing: old, to: new)
    switch old {
    case #""name":"manifest""#:
      let digest = try shop.verified().digest.hex
      #expect(verdict.refusals == [Self.other(.manifest, digest, "")])
    case "https://example.com/shop/release.yml":
      #expect(verdict.refusals.map(\.code) == [.builderUntrusted])
    default: #expect(verdict.refusals == (refusal.map { [$0] } ?? []))
    }
    #expect((verdict.verified == nil) == !verdict.refusals.isEmpty)
  }

  @Test func `a second source of the same place with another commit is refused`() throws {
    let uri = "git+https://example.com/shop@refs/tags/v1.5.0"
    let verdict = try shop.verdict(
      changing: #""resolvedDependencies":["#,
      to: #""resolvedDependencies":[{"uri":"\#(uri)","digest":{"gitCommit":"\#(hex("d", 40))"}},"#)
    #expect(verdict.refusals == [.commitMismatch(expected: hex("a", 40), found: hex("d", 40))])
    let more = try shop.verdict(
      changing: #""resolvedDependencies":["#,
      to: #""resolvedDependencies":[{"uri":"pkg:npm/x@1","digest":{"sha512":"00"}},"#)
    #expect(more.refusals == [])
  }

  @Test func `fewer, more and other subjects are refused`() throws {
    let digest = Digest.sha256("bin/shop".utf8).hex
    let subject = #"{"name":"bin/shop","digest":{"sha256":"\#(digest)"}},"#
    let cases = [
      "", #"{"name":"bin/shop","digest":{"sha256":"\#(hex("0", 64))"}},"#,
      #"{"name":"bin/SHOP","digest":{"sha256":"\#(digest)"}},"#,
      subject + #"{"name":"evil","digest":{"sha256":"\#(digest)"}},"#,
    ]
    for change in cases {
      let refusals = try shop.verdict(changing: subject, to: change).refusals
      #expect(refusals.map(\.code) == [.provenanceMismatch], "\(change)")
    }
  }

  @Test(arguments: [
    (#""https://slsa.dev/provenance/v1""#, #""https://slsa.dev/provenance/v0.2""#),
    (#""buildDefinition":"#, #""buildDefinitions":"#),
    (#""externalParameters":{"#, #""externalParameter":{"#),
    (#""runDetails":"#, #""runDetail":"#), (#""builder":{"id":"#, #""builder":{"ID":"#),
    (#""startedOn":"2026-03-01T12:00:00Z""#, #""startedOn":"2026-02-30T12:00:00Z""#),
    (#""id":"https:"#, #""id":":"#), (#""runDetails":{"#, #""runDetails":{"byproducts":[],"#),
  ]) func `what is no provenance is malformed`(old: String, new: String) throws {
    let verdict = try shop.verdict(changing: old, to: new)
    #expect(verdict.refusals.map(\.code) == [.malformed])
    #expect(verdict.provenance == nil)
  }

  @Test func `a manifest is no provenance and provenance no manifest`() throws {
    let manifest = try shop.verdict(onProvenance: shop.envelope().bytes)
    #expect(manifest.refusals == [.provenance(.malformed(.predicateType(Manifest.predicateType)))])
    let provenance = shop.verdict(on: try signed(by: .alice, .bob))
    #expect(provenance.refusals == [.malformedManifest(.predicateType(Provenance.predicateType))])
  }

  @Test func `provenance of one manifest is none of another with the same contents`() throws {
    var other = shop
    other.manifest.bump = .init(level: .minor, commits: 8)
    let verdict = try other.verdict(onProvenance: signed(by: .alice, .bob))
    #expect(
      verdict.refusals == [
        Self.other(.manifest, try other.verified().digest.hex, try shop.verified().digest.hex)
      ])
  }

  @Test func `no changed byte of the envelope makes provenance that says something else`() throws {
    let (bytes, good) = (try signed(by: .alice, .bob), try shop.provenance())
    let verifier = ProvenanceVerifier(trusting: shop.trust, at: Workshop.now, accepting: [try .sample()])
    let verified = try shop.verified()
    var seed: UInt64 = 42
    for _ in 0..<300 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var changed = bytes
      changed[Int(seed >> 33) % bytes.count] ^= UInt8(1 << (seed >> 60 & 7))
      let verdict = verifier.verify(changed, of: verified)
      #expect(verdict.verified == nil || verdict.verified == good)
    }
    for length in stride(from: 0, to: bytes.count - 1, by: 97) {
      #expect(verifier.verify(Array(bytes[..<length]), of: verified).verified == nil)
    }
  }
}
