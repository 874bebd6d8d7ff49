import COpenSSL

/// Bytes that must not outlive their use: a private key, a passphrase.
///
/// They lie in one allocation that never moves and is overwritten before it is freed. They have no description, no
/// equality and no encoding, and nothing hands them out as an array, which could not be wiped. Immutable once made, so
/// threads may share them. The operating system may still write the memory to swap: that is not prevented here.
@safe package final class SecretBytes: @unchecked Sendable {
  private let memory: UnsafeMutableRawBufferPointer

  /// The number of bytes.
  package let count: Int

  /// Secret bytes written in place by a closure, for example by reading a file straight into them.
  ///
  /// - Parameters:
  ///   - capacity: The greatest number of bytes that the closure may append.
  ///   - fill: Appends the bytes to the span it is given.
  /// - Throws: What the closure throws; what it had written until then is wiped.
  package init<Failure: Error>(
    capacity: Int, filling fill: (inout OutputRawSpan) throws(Failure) -> Void
  ) throws(Failure) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    var span = unsafe OutputRawSpan(buffer: memory, initializedCount: 0)
    do {
      try fill(&span)
    } catch {
      _ = consume span
      unsafe Self.discard(memory)
      throw error
    }
    count = unsafe span.finalize(for: memory)
    unsafe self.memory = memory
  }

  deinit { unsafe Self.discard(memory) }

  /// Lends the bytes for the length of a call.
  package func withBytes<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe withUnsafeBytes { bytes throws(Failure) in
      try unsafe body(Span(_unsafeElements: bytes))
    }
  }

  /// Lends the bytes to a call of libcrypto; their address is never nil, not even when there are none.
  func withUnsafeBytes<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe memory.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return try unsafe body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Wipes the whole capacity, not only what is in use: a longer secret may have been there.
  private static func discard(_ memory: UnsafeMutableRawBufferPointer) {
    unsafe OPENSSL_cleanse(memory.baseAddress, memory.count)
    unsafe memory.deallocate()
  }
}

extension SecretBytes {
  /// Returns whether two secrets are the same, in a time that does not tell where they differ.
  package func hasSameBytes(as other: SecretBytes) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { ours in
      unsafe other.withUnsafeBytes { theirs in
        unsafe CRYPTO_memcmp(ours.baseAddress, theirs.baseAddress, count) == 0
      }
    }
  }

  /// The bytes before the first line end, whichever kind that is.
  package var firstLine: SecretBytes {
    SecretBytes(capacity: count) { span in
      withBytes { bytes in
        var position = 0
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          span.append(bytes[position])
          position += 1
        }
      }
    }
  }

  /// A secret copied from bytes that the caller holds, and that only the caller can forget.
  package convenience init(copying bytes: [UInt8]) {
    self.init(capacity: bytes.count) { span in
      for byte in bytes { span.append(byte) }
    }
  }
}
