import ReleaseSigning
import Testing

@Suite("How a digest is held")
struct DigestLayoutTests {
  /// What is aligned to more than 16 bytes overflows the frames of asynchronous functions in optimised builds of Swift 6.3.1.
  @Test func `a digest is 32 bytes that live safely across an await`() {
    #expect(MemoryLayout<Digest>.size == 32)
    #expect(MemoryLayout<Digest>.alignment <= 16)
  }

  @Test func `a copy of a digest in progress goes on by itself`() {
    var first = SHA256Hasher()
    first.update(Array("abc".utf8))
    var second = first.copy()
    second.update(Array("def".utf8))
    #expect(first.finalize() == Digest.sha256(Array("abc".utf8)))
    #expect(second.finalize() == Digest.sha256(Array("abcdef".utf8)))
  }
}
