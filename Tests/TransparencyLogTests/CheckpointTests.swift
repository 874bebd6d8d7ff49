import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Checkpoints") struct CheckpointTests {
  private static let root = "Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk="

  @Test func `a checkpoint reads and writes as the same text`() throws {
    let text = "example.com/log\n3\n\(Self.root)\n"
    let checkpoint = try Checkpoint(parsing: text)
    #expect(checkpoint.origin == "example.com/log")
    #expect(checkpoint.head.size == 3)
    #expect(checkpoint.head.root == digest(Self.root))
    #expect(checkpoint.text == text)
    #expect(try Checkpoint(origin: checkpoint.origin, head: checkpoint.head) == checkpoint)
  }

  @Test func `further lines are kept`() throws {
    let text = "example.com/log\n3\n\(Self.root)\none\ntwo\n"
    #expect(try Checkpoint(parsing: text).extensions == ["one", "two"])
    #expect(try Checkpoint(parsing: text).text == text)
  }

  @Test(arguments: ["0", "1", "10", "9223372036854775807"]) func `a size is decimal`(size: String) throws {
    let root = size == "0" ? "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" : Self.root
    #expect(try Checkpoint(parsing: "o\n\(size)\n\(root)\n").head.size == UInt64(size))
  }

  @Test(arguments: [
    "", "007", "+7", "-7", " 7", "7 ", "0x7", "7.0", "1e3", "9223372036854775808", "18446744073709551616",
    "٧",
  ]) func `no other text is a size`(size: String) {
    #expect(throws: CheckpointError.size) { try Checkpoint(parsing: "o\n\(size)\n\(Self.root)\n") }
  }

  @Test(
    arguments: [
      "", root + "=", String(root.dropLast()), root.replacing("+", with: "-"),
      root.replacing("kk=", with: "kl="), "AAAA",
      " " + root, root.replacing("/", with: "_"), root + root,
    ].filter { $0 != root }) func `no other text is a root`(root: String)
  {
    #expect(throws: CheckpointError.root) { try Checkpoint(parsing: "o\n3\n\(root)\n") }
  }

  @Test func `an empty log has the empty root`() {
    #expect(throws: CheckpointError.root) { try Checkpoint(parsing: "o\n0\n\(Self.root)\n") }
  }

  @Test(arguments: ["", "é", "a\tb", "DSSEv1 28 application/vnd.in-toto+json 2 {}", "\u{212a}"])
  func `no other text is an origin`(origin: String) {
    #expect(throws: CheckpointError.origin) { try Checkpoint(parsing: "\(origin)\n3\n\(Self.root)\n") }
  }

  @Test(arguments: [
    "", "\n", "o\n3\n", "o\n3\n\(root)", "o\n3\n\(root)\n\n", "o\n3\n\(root)\nx\n\ny\n",
    "o\r\n3\r\n\(root)\r\n",
  ]) func `text of other lines is no checkpoint`(text: String) {
    #expect(throws: CheckpointError.self) { try Checkpoint(parsing: text) }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `the tree note of Go's checksum database is one`() throws {
    let vector = try MerkleVectors.load().sumdb_tree_note
    let checkpoint = try Checkpoint(parsing: vector.text)
    #expect(checkpoint.head.size == vector.n)
    #expect(checkpoint.text == vector.text)
  }
}
