import ReleaseSigning
import Testing

@Suite("SHA-256 digests") struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]) func `the digests of FIPS 180-4 come out`(message: String, hex: String) {
    #expect(Digest.sha256(message.utf8).hex == hex)
    #expect(Digest.sha256(Array(message.utf8)[...]).hex == hex)
  }

  @Test func `hexadecimal text and bytes give the same digest`() throws {
    let digest = Digest.sha256([1, 2, 3])
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(digest.bytes) == digest)
    #expect("\(digest)" == digest.hex)
  }

  @Test(arguments: [
    "", "e3b0", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8550",
    " 3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "é3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
  ]) func `no other text is a digest`(text: String) {
    #expect(Digest(hex: text) == nil)
    #expect(KeyID(hex: text) == nil)
  }

  @Test(arguments: [0, 31, 33, 64]) func `no other number of bytes is a digest`(count: Int) {
    #expect(Digest([UInt8](repeating: 0, count: count)) == nil)
  }

  @Test func `digests sort as their text does`() {
    let digests = (0..<50).map { Digest.sha256([UInt8($0)]) }
    #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
  }
}
