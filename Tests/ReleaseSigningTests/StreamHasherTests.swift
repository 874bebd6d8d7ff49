import ReleaseSigning
import Testing

@Suite("Streamed hashes") struct StreamHasherTests {
  private static let message = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

  @Test(arguments: HashAlgorithm.allCases, [1, 63, 64, 65, 4096, 10_000])
  func `pieces of any size hash as the whole does`(algorithm: HashAlgorithm, size: Int) {
    var hasher = StreamHasher(algorithm)
    for start in stride(from: 0, to: Self.message.count, by: size) {
      hasher.update(Self.message[start..<min(start + size, Self.message.count)])
    }
    #expect(hasher.finalize() == algorithm.hash(Self.message))
  }

  @Test func `every way to add bytes adds the same`() {
    var hasher = SHA256Hasher()
    hasher.update(Self.message.span)
    hasher.update(Self.message.lazy.map { $0 })
    hasher.update(Self.message)
    #expect(hasher.finalize() == .sha256(Self.message + Self.message + Self.message))
  }

  @Test func `an untouched hash is that of nothing`() {
    #expect(SHA256Hasher().finalize() == .sha256([]))
  }

  @Test func `the long hashes are those of their standards`() {
    let abc = Array("abc".utf8)
    #expect(
      HashAlgorithm.sha512.hash(abc)
        == bytes(
          hex: "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"))
    #expect(
      HashAlgorithm.blake2b512.hash(abc)
        == bytes(
          hex: "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
            + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"))
  }

  @Test func `64 MiB are digested within two seconds`() {
    let piece = [UInt8](repeating: 7, count: 1 << 20)
    let time = ContinuousClock().measure {
      var hasher = SHA256Hasher()
      for _ in 0..<64 { hasher.update(piece.span) }
      #expect(hasher.finalize().hex == "08fc7f5f33ae0938ae102cce12411f3cb1771056331da72a62fddaeedfa633cb")
    }
    #expect(time < .seconds(2))
  }
}
