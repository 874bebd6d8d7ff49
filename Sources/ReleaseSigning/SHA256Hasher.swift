/// A SHA-256 digest in progress.
package struct SHA256Hasher: ~Copyable {
  private var stream: StreamHasher

  /// An empty digest.
  package init() { stream = StreamHasher(.sha256) }

  private init(_ stream: consuming StreamHasher) { self.stream = stream }

  /// Returns a second digest in progress that has taken in what this one has.
  package borrowing func copy() -> SHA256Hasher { SHA256Hasher(stream.copy()) }

  /// Adds bytes to what is digested; pieces of 1 MiB reach full speed.
  package mutating func update(_ bytes: RawSpan) { stream.update(bytes) }

  /// Adds bytes to what is digested; pieces of 1 MiB reach full speed.
  package mutating func update(_ bytes: Span<UInt8>) { stream.update(bytes) }

  /// Adds bytes to what is digested.
  package mutating func update(_ bytes: some Collection<UInt8>) { stream.update(bytes) }

  /// Adds the 32 bytes of a digest, as the inner nodes of a Merkle tree do.
  package mutating func update(_ digest: Digest) {
    digest.withBytes { stream.update($0) }
  }

  /// Returns the digest of all that was added.
  package consuming func finalize() -> Digest {
    guard let digest = Digest(stream.finalize()) else { preconditionFailure("SHA-256 returns 32 bytes") }
    return digest
  }
}
