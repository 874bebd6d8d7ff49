import ReleaseSigning
import Testing
import TransparencyLog

@Suite("Tree hashes") struct LogHashTests {
  /// From the tests of transparency-dev/merkle.
  @Test func `leaves and nodes hash as in RFC 6962`() {
    #expect(LogHash.empty.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(LogHash.leaf([]).hex == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(
      LogHash.leaf(Array("L123456".utf8)).hex
        == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
  }

  @Test func `a leaf cannot pass as a node`() {
    let (left, right) = (LogHash.leaf([1]), LogHash.leaf([2]))
    #expect(LogHash.node(left, right) != LogHash.leaf(left.bytes + right.bytes))
    #expect(LogHash.node(left, right) == .sha256([1] + left.bytes + right.bytes))
    #expect(LogHash.node(left, right) != LogHash.node(right, left))
  }
}
