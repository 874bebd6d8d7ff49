import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Attacks on the rotation of keys") struct RotationAttackTests {
  @Test func `a signature over a statement does not carry a root of the same bytes`() throws {
    let root = try numberedRoot(1, keys: [1])
    var statement = Envelope(payloadType: PayloadType.statement, payload: root.bytes)
    try statement.sign(with: numberedKey(1))
    let signatures = statement.signatures.map { ($0.keyID, $0.bytes) }
    #expect(throws: TrustChain.Problem.notSignedByItself(version: 1)) {
      try TrustChain(anchor: rawEnvelope(root.bytes, type: PayloadType.trustRoot, signatures))
    }
  }

  @Test func `a root that was changed after it was signed begins nothing and follows nothing`() throws {
    let (first, second) = (try numberedRoot(1, keys: [1]), try numberedRoot(2, keys: [1]))
    let signatures = try Envelope(
      parsing: rootFile(second, signedBy: [1]), expecting: PayloadType.trustRoot
    ).signatures.map { ($0.keyID, $0.bytes) }
    let later = Array(try edit(text(second.bytes), "2026-03-01T12", "9999-03-01T12").utf8)
    let changed = rawEnvelope(later, type: PayloadType.trustRoot, signatures)
    #expect(throws: TrustChain.Problem.notSignedByItself(version: 2)) { try TrustChain(anchor: changed) }
    var chain = try TrustChain(anchor: rootFile(first, signedBy: [1]))
    #expect(throws: TrustChain.Problem.notSignedByPrevious(version: 2)) { try chain.append(changed) }
  }

  /// Each of 64 signatures may have to be tried under each key, so the keys of a stranger must not be reached.
  @Test func `the keys of a root that nobody known has signed are not tried`() throws {
    var chain = try TrustChain(anchor: rootFile(1, keys: [1], signedBy: [1]))
    let stranger = try rootFile(2, keys: Array(10..<74), threshold: 64, signedBy: [10])
    #expect(throws: TrustChain.Problem.notSignedByPrevious(version: 2)) { try chain.append(stranger) }
    #expect(throws: TrustChain.Problem.notSignedByItself(version: 2)) { try TrustChain(anchor: stranger) }
  }

  @Test(arguments: [-400 * 86_400, 0])
  func `a key that was rotated out signs nothing more, whatever date it writes`(
    seconds: Int64
  ) throws {
    var shop = try Workshop()
    shop.manifest.createdAt = Workshop.now.advanced(by: TimeSpan(seconds: seconds))
    let bytes = try shop.envelope(signedBy: .alice).bytes
    var chain = try TrustChain(anchor: rootFile(releasing(1, key: .alice), signedBy: [1]))
    #expect(verdict(on: bytes, chain).refusals == [])
    try chain.append(rootFile(releasing(2, key: .bob), signedBy: [1, 2]))
    #expect(verdict(on: bytes, chain).refusals == [.signatureUntrusted(signatures: 1, role: .release)])
  }

  @Test func `a role that a later root no longer grants is gone`() throws {
    let bytes = try Workshop().envelope(signedBy: .alice).bytes
    var chain = try TrustChain(anchor: rootFile(releasing(1, key: .alice), signedBy: [1]))
    try chain.append(rootFile(2, keys: [1], signedBy: [1]))
    #expect(verdict(on: bytes, chain).refusals.first == .roleMissing(.release))
  }

  @Test func `a threshold that was raised asks for more of the same envelope`() throws {
    let bytes = try Workshop().envelope(signedBy: .alice).bytes
    var chain = try TrustChain(anchor: rootFile(releasing(1, key: .alice), signedBy: [1]))
    var next = try numberedRoot(2, keys: [1, 2])
    next.roles[.release] = .init(keyIDs: next.keys.keys.sorted(), threshold: 2)
    try chain.append(rootFile(next, signedBy: [1]))
    #expect(verdict(on: bytes, chain).refusals == [.thresholdNotMet(required: 2, met: 1, role: .release)])
  }

  /// A root whose one key holds both `root` and `release`.
  private func releasing(_ version: Int64, key: Signer) throws -> TrustRoot {
    var root = try numberedRoot(version, keys: [Int(key.rawValue)])
    root.roles[.release] = root.roles[.root]
    return root
  }

  private func verdict(on bytes: [UInt8], _ chain: TrustChain) -> ManifestVerdict {
    ManifestVerifier(trusting: .root(chain.current, role: .release), at: Workshop.now).verify(bytes)
  }
}
