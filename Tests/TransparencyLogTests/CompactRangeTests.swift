import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Compact ranges") struct CompactRangeTests {
  @Test func `the root is that of the reference tree at every size`() {
    let reference = ReferenceTree(entries(300))
    var range = CompactRange()
    for size in 0...300 {
      #expect(range.head == reference.head(of: size), "size \(size)")
      if size < 300 { range.append(leafHash: reference.leaves[size]) }
    }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `the published roots come out`() throws {
    let vectors = try MerkleVectors.load()
    var (range, last) = (CompactRange(), 0)
    for (size, root) in vectors.golden_roots.roots_b64.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) })
    {
      let size = try #require(Int(size))
      for index in last..<size {
        range.append(leafHash: LogHash.leaf([UInt8(index & 0xff), UInt8(index >> 8)]))
      }
      last = size
      #expect(range.root == digest(root), "size \(size)")
    }
    #expect(last == 65_535)
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `the roots of Go's log come out`() throws {
    for (size, root) in try MerkleVectors.load().tlog_leaf_d.roots_b64 {
      var range = CompactRange()
      for index in 0..<(try #require(Int(size))) {
        range.append(leafHash: LogHash.leaf(Array("leaf \(index)".utf8)))
      }
      #expect(range.root == digest(root), "size \(size)")
    }
  }
}
