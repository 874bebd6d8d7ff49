import ReleaseSigning
import TestSupport
import Testing

@Suite("Private keys") struct PrivateKeyTests {
  /// RFC 8032, section 7.1, TEST 2.
  @Test func `a seed determines the key and its signatures`() throws {
    let seed = bytes(hex: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    let key = try PrivateKey(seed: SecretBytes(copying: seed))
    let point = bytes(hex: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    #expect(key.publicKey.rawRepresentation == point)
    #expect(
      try key.sign([0x72])
        == bytes(
          hex: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"))
  }

  struct Vectors: Decodable {
    let vectors: [Vector]
    struct Vector: Decodable {
      let name: String
      let seed: String
      let `public`: String
      let message: String
      let signature: String
    }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `every vector of RFC 8032 comes out`() throws {
    let vectors = try SharedCases.decode(Vectors.self, "rfc8032-ed25519.json").vectors
    #expect(vectors.count == 5)
    for vector in vectors {
      let key = try PrivateKey(seed: SecretBytes(copying: bytes(hex: vector.seed)))
      #expect(key.publicKey.rawRepresentation == bytes(hex: vector.public), "\(vector.name)")
      #expect(try key.sign(bytes(hex: vector.message)) == bytes(hex: vector.signature), "\(vector.name)")
    }
  }

  @Test(arguments: [0, 31, 33, 64]) func `a seed has 32 bytes`(count: Int) {
    let seed = SecretBytes(copying: [UInt8](repeating: 1, count: count))
    #expect(throws: KeyError.wrongLength(count)) { try PrivateKey(seed: seed) }
  }

  @Test func `no two new keys are equal`() throws {
    let keys = try (0..<20).map { _ in try PrivateKey.generate().publicKey }
    #expect(Set(keys).count == 20)
  }

  @Test func `threads may share a key`() async throws {
    let key = try key(filledWith: 3)
    let expected = try key.sign([7])
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<50 { group.addTask { try key.sign([7]) } }
      for try await signature in group { #expect(signature == expected) }
    }
  }
}
