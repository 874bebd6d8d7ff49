internal import ReleaseSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Descriptor {
  /// Fills the buffer from its start, with no more than `limit` bytes, and returns how many came; 0 is the end.
  func readPiece(into buffer: inout [UInt8], atMost limit: Int = .max) throws(FileError) -> Int {
    let number = number
    let count = uninterrupted {
      unsafe buffer.withUnsafeMutableBytes { unsafe read(number, $0.baseAddress, min($0.count, limit)) }
    }
    guard count >= 0 else { throw failure("read") }
    return count
  }

  /// Goes on reading at an offset.
  func seek(to offset: Int64) throws(FileError) {
    guard lseek(number, off_t(offset), SEEK_SET) >= 0 else { throw failure("lseek") }
  }

  /// Returns all bytes up to the end.
  ///
  /// - Throws: `tooLarge` beyond `limit` bytes, `system`.
  func readAll(limit: Int, expecting size: Int = 0) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit))
    var buffer = [UInt8](repeating: 0, count: min(max(size, 1 << 12), 1 << 16) + 1)
    while true {
      let count = try readPiece(into: &buffer)
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge(path: path, limit: limit) }
      bytes += buffer[..<count]
    }
  }

  /// Returns all bytes up to the end, straight into memory that is wiped; of a line only those before its end, and no more
  /// is waited for.
  ///
  /// - Throws: `tooLarge` beyond `limit` bytes, `system`.
  func readSecret(limit: Int, isLine: Bool = false) throws(FileError) -> SecretBytes {
    var hasLineEnd = false
    let secret = try SecretBytes(capacity: limit + 1) { span throws(FileError) in
      while !hasLineEnd, try readPiece(into: &span) > 0 {
        hasLineEnd = isLine && span.bytes.hasLineEnd
      }
      guard span.byteCount <= limit else { throw .tooLarge(path: path, limit: limit) }
    }
    return isLine ? secret.firstLine : secret
  }

  /// Appends what comes next and returns how many bytes that was; 0 is the end, or a full span.
  private func readPiece(into span: inout OutputRawSpan) throws(FileError) -> Int {
    let number = number
    let count = unsafe span.withUnsafeMutableBytes { bytes, filled in
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
      let count = uninterrupted { unsafe read(number, rest.baseAddress, rest.count) }
      filled += max(0, count)
      return count
    }
    guard count >= 0 else { throw failure("read") }
    return count
  }

  /// Writes all bytes, in as many pieces as the kernel wants.
  func writeAll(_ bytes: Span<UInt8>) throws(FileError) {
    let number = number
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written...)
      let count = uninterrupted {
        unsafe rest.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
      }
      guard count >= 0 else { throw failure("write") }
      written += count
    }
  }

  /// Tells the kernel to read ahead; a hint, so that its answer does not matter.
  func announceSequentialReading() {
    #if !canImport(Darwin)
      _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }
}

extension RawSpan {
  /// Whether a line ends among the bytes.
  fileprivate var hasLineEnd: Bool {
    byteOffsets.contains { unsafe unsafeLoad(fromByteOffset: $0, as: UInt8.self) == 0x0A }
  }
}
