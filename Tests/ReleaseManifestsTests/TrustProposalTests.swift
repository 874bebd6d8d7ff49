import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Proposed trust roots") struct TrustProposalTests {
  private func root(keys: [Int], threshold: Int, version: Int64 = 1) throws -> TrustRoot {
    try numberedRoot(version, keys: keys, threshold: threshold, expires: 1)
  }

  @Test func `it is complete when both roots have their signatures`() throws {
    let first = try root(keys: [1, 2], threshold: 2)
    let change = TrustRootChange(
      added: [(.root, .init(publicKey: try numberedKey(3).publicKey, name: "c"))],
      removed: [(.root, try numberedKey(1).publicKey.keyID.hex)])
    var proposal = TrustProposal(try first.next(change), after: first)
    try proposal.sign(with: numberedKey(2))
    #expect(proposal.votes.map(\.met) == [1, 1] && proposal.votes.map(\.required) == [2, 2])
    try proposal.sign(with: numberedKey(3))
    #expect(proposal.votes.map(\.met) == [1, 2] && !proposal.isComplete)
    try proposal.sign(with: numberedKey(1))
    #expect(proposal.votes.map(\.met) == [2, 2] && proposal.isComplete)
    var chain = try TrustChain(anchor: rootFile(1, keys: [1, 2], threshold: 2, signedBy: [1, 2]))
    try chain.append(proposal.envelope.bytes)
    #expect(proposal.counts(try numberedKey(1).publicKey))
    #expect(!proposal.counts(try numberedKey(4).publicKey))
  }

  @Test func `what was changed after somebody signed is not signed by the next`() throws {
    let first = try root(keys: [1, 2], threshold: 2)
    var honest = TrustProposal(try first.next(.init(expires: .latest)), after: first)
    try honest.sign(with: numberedKey(1))
    var evil = honest.root
    evil.roles[.root]?.threshold = 1
    let swapped = rawEnvelope(
      evil.bytes, type: PayloadType.trustRoot, honest.envelope.signatures.map { ($0.keyID, $0.bytes) })
    let id = try numberedKey(1).publicKey.keyID.hex
    #expect(throws: TrustProposal.Problem.badSignature(keyID: id)) {
      try TrustProposal(parsing: swapped, after: first)
    }
    let padded = rawEnvelope(
      honest.root.bytes, type: PayloadType.trustRoot,
      honest.envelope.signatures.map { ($0.keyID, $0.bytes) } + [("junk", [1])])
    #expect(throws: TrustProposal.Problem.badSignature(keyID: "junk")) {
      try TrustProposal(parsing: padded, after: first)
    }
  }

  @Test func `only the next version of the same project is a proposal`() throws {
    let first = try root(keys: [1], threshold: 1)
    let third = try rootFile(3, keys: [1], threshold: 1, signedBy: [1])
    #expect(throws: TrustProposal.Problem.version(expected: 2, found: 3)) {
      try TrustProposal(parsing: third, after: first)
    }
    #expect(throws: TrustProposal.Problem.version(expected: 1, found: 3)) {
      try TrustProposal(parsing: third, after: nil)
    }
  }

  @Test func `every difference is told`() throws {
    let first = try root(keys: [1, 2], threshold: 1)
    let (one, three) = (try numberedKey(1).publicKey, try numberedKey(3).publicKey)
    let next = try first.next(
      TrustRootChange(
        added: [(.root, .init(publicKey: three, name: "c"))],
        removed: [(.root, String(one.keyID.hex.prefix(8)))],
        thresholds: [(.root, 2)], expires: .latest))
    let told = next.differences(from: first)
    #expect(told.contains(.added(three.keyID, name: "c", .root)))
    #expect(told.contains(.threshold(.root, from: 1, to: 2)))
    #expect(
      told.contains { if case .removed(one.keyID, _, .root) = $0 { true } else { false } }
        && told.contains { if case .text("expires", _, _) = $0 { true } else { false } })
    #expect(first.differences(from: first) == [])
  }
}
