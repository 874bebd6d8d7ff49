internal import ReleaseSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LiveFiles {
  package func copyHashing(_ source: String, to destination: String?) throws(FileError) -> HashedFile {
    let file = try Descriptor(opening: source, O_RDONLY | O_NOFOLLOW)
    let before = try file.regularFileStatus()
    let digest = try digest(file, before, copyingTo: destination)
    return HashedFile(digest: digest, size: before.size, isExecutable: before.isExecutable)
  }

  private func digest(
    _ file: borrowing Descriptor, _ status: FileIdentity, copyingTo destination: String?
  ) throws(FileError) -> Digest {
    file.announceSequentialReading()
    guard let destination else { return try file.digest(of: status) { _ throws(FileError) in } }
    let mode: UInt32 = status.isExecutable ? 0o755 : 0o644
    let digest = try createFile(at: destination, mode: mode) { copy throws(FileError) in
      try file.digest(of: status) { piece throws(FileError) in try copy.writeAll(piece) }
    }
    try synchronizeFolder(of: destination)
    return digest
  }
}

extension Descriptor {
  /// The size of one read: hashing is at full speed, and memory stays small.
  private static var pieceSize: Int { 1 << 20 }

  /// Digests the file to its end, and gives every piece to `consume` on the way.
  ///
  /// - Throws: `changedWhileRead` when the file is not, before and after, what `status` says.
  fileprivate func digest(
    of status: FileIdentity, _ consume: (Span<UInt8>) throws(FileError) -> Void
  ) throws(FileError) -> Digest {
    var hasher = SHA256Hasher()
    var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
    var total: Int64 = 0
    while true {
      let count = try readPiece(into: &buffer)
      if count == 0 { break }
      total += Int64(count)
      // A file that grows as fast as we read would keep us forever.
      guard total <= status.size else { throw .changedWhileRead(path: path) }
      let piece = buffer.span.extracting(first: count)
      hasher.update(piece)
      try consume(piece)
    }
    let after = try self.status()
    guard total == status.size && after == status else { throw .changedWhileRead(path: path) }
    return hasher.finalize()
  }

  /// Tells the kernel to read ahead; a hint, so that its answer does not matter.
  fileprivate func announceSequentialReading() {
    #if !canImport(Darwin)
      _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL)
    #endif
  }
}
