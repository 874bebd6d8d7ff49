/// A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Sendable {
  /// Held in place rather than in an array: a Merkle tree holds very many of them.
  private let storage: Words

  /// The bytes in their order, eight in a word.
  ///
  /// Not one vector of 32 bytes: that is aligned to 32, and Swift 6.3.1 makes the frame of an asynchronous function too
  /// small for what is aligned to more than 16 and lives across an `await`.
  private struct Words: Hashable {
    var (first, second, third, fourth) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
  }

  /// The number of bytes in a digest.
  package static let byteCount = 32

  /// A digest made of exactly 32 bytes, or nil for any other number.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var storage = Words()
    unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.copyBytes(from: bytes) }
    self.storage = storage
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { unsafe withUnsafeBytes(of: storage) { unsafe Array($0) } }

  /// Lends the 32 bytes where they lie.
  func withBytes(_ body: (RawSpan) -> Void) {
    unsafe withUnsafeBytes(of: storage) { unsafe body($0.bytes) }
  }
}

extension Digest {
  /// Returns the SHA-256 digest of bytes that are in memory.
  package static func sha256(_ bytes: some Collection<UInt8>) -> Digest {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finalize()
  }
}

extension Digest: Comparable {
  /// Orders digests by their bytes, which is also the order of their hexadecimal text.
  package static func < (left: Digest, right: Digest) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension Digest: CustomStringConvertible {
  /// A digest read from exactly 64 lower-case hexadecimal digits, or nil for any other text.
  package init?(hex: String) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes)
  }

  /// A digest read from `sha256:` and exactly 64 lower-case hexadecimal digits, or nil for any other text.
  package init?(prefixed text: String) {
    guard text.utf8.starts(with: "sha256:".utf8) else { return nil }
    self.init(hex: String(Substring(text.utf8.dropFirst(7))))
  }

  /// The 64 lower-case hexadecimal digits.
  package var hex: String { Hexadecimal.text(bytes) }

  /// The same as ``hex``.
  package var description: String { hex }
}
