import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Proofs against a tree head") struct TreeHeadProofTests {
  private static let tree = ReferenceTree(entries(40))

  @Test(arguments: [1, 2, 3, 7, 8, 9, 31, 32, 33, 40]) func `every entry is shown to be contained`(size: Int)
  {
    let head = Self.tree.head(of: size)
    for index in 0..<size {
      let proof = Self.tree.path(index, in: size)
      #expect(head.contains(leafHash: Self.tree.leaves[index], at: UInt64(index), proof: proof))
    }
  }

  @Test(arguments: [1, 2, 3, 7, 8, 9, 31, 32, 33, 40]) func `every earlier tree is shown to be extended`(
    size: Int
  ) {
    let head = Self.tree.head(of: size)
    for earlier in 1...size {
      #expect(head.extends(Self.tree.head(of: earlier), proof: Self.tree.proof(earlier, size)))
    }
  }

  @Test func `no inclusion proof survives a change`() {
    let (head, leaf, proof) = (Self.tree.head(of: 13), Self.tree.leaves[5], Self.tree.path(5, in: 13))
    for other in 0..<20 where other != 5 {
      #expect(!head.contains(leafHash: leaf, at: UInt64(other), proof: proof))
    }
    for changed in changes(of: proof) { #expect(!head.contains(leafHash: leaf, at: 5, proof: changed)) }
    #expect(!head.contains(leafHash: Self.tree.leaves[4], at: 5, proof: proof))
    #expect(!Self.tree.head(of: 12).contains(leafHash: leaf, at: 5, proof: proof))
    #expect(!TreeHead.empty.contains(leafHash: leaf, at: 0, proof: []))
  }

  @Test func `no consistency proof survives a change`() {
    let (head, earlier, proof) = (Self.tree.head(of: 13), Self.tree.head(of: 6), Self.tree.proof(6, 13))
    for changed in changes(of: proof) { #expect(!head.extends(earlier, proof: changed)) }
    #expect(!head.extends(TreeHead(size: 7, root: earlier.root), proof: proof))
    #expect(!head.extends(TreeHead(size: 6, root: head.root), proof: proof))
    #expect(!TreeHead(size: 13, root: earlier.root).extends(earlier, proof: proof))
    #expect(!earlier.extends(head, proof: proof))
  }

  @Test func `a tree of one size has one root`() {
    let head = Self.tree.head(of: 5)
    #expect(head.extends(head, proof: []))
    #expect(!head.extends(TreeHead(size: 5, root: LogHash.empty), proof: []))
    #expect(!head.extends(head, proof: [head.root]))
    #expect(!head.extends(.empty, proof: []))
  }

  @Test func `the greatest sizes do not overflow`() {
    let head = TreeHead(size: .max, root: LogHash.empty)
    let proof = [Digest](repeating: LogHash.empty, count: 200)
    #expect(!head.contains(leafHash: LogHash.empty, at: .max - 1, proof: proof))
    #expect(!head.extends(TreeHead(size: .max - 1, root: LogHash.empty), proof: proof))
  }

  private func changes(of proof: [Digest]) -> [[Digest]] {
    let replaced = proof.indices.map { index in
      proof.enumerated().map { $0.offset == index ? LogHash.empty : $0.element }
    }
    let removed = proof.indices.map { index in proof[..<index] + proof[(index + 1)...] }.map(Array.init)
    return replaced + removed + [proof + [LogHash.empty], [LogHash.empty] + proof, proof.reversed(), []]
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `every published probe is judged as published`() throws {
    let probes = try MerkleVectors.load().probes
    #expect(probes.count == 196)
    for probe in probes {
      #expect(verdict(on: probe) == !probe.wantErr, "\(probe.file)")
    }
  }

  /// A proof with a hash that has not 32 bytes cannot even be written down here: that is a "no".
  private func verdict(on probe: MerkleVectors.Probe) -> Bool {
    let proof = (probe.proof ?? []).compactMap(digest)
    guard proof.count == probe.proof?.count ?? 0 else { return false }
    if probe.kind == "inclusion" {
      guard let size = probe.treeSize, let index = probe.leafIdx, let root = probe.root.map(root),
        let leaf = probe.leafHash.flatMap(digest)
      else { return false }
      return TreeHead(size: size, root: root).contains(leafHash: leaf, at: index, proof: proof)
    }
    guard let size1 = probe.size1, let size2 = probe.size2, let root1 = probe.root1.map(root),
      let root2 = probe.root2.map(root)
    else { return false }
    return TreeHead(size: size2, root: root2).extends(TreeHead(size: size1, root: root1), proof: proof)
  }

  /// Some probes have roots of other lengths, of which only matters whether they are equal.
  private func root(_ text: String) -> Digest { digest(text) ?? .sha256(text.utf8) }
}
