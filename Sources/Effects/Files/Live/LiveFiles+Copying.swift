package import ReleaseSigning

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

  package func hash(_ path: String, by algorithm: HashAlgorithm) throws(FileError) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY)
    let status = try file.regularFileStatus()
    file.announceSequentialReading()
    var hasher = StreamHasher(algorithm)
    try file.readPieces(of: status) { piece throws(FileError) in hasher.update(piece) }
    return hasher.finalize()
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
  /// Digests the file to its end, and gives every piece to `consume` on the way.
  ///
  /// - Throws: `changedWhileRead` when the file is not, before and after, what `status` says.
  fileprivate func digest(
    of status: FileIdentity, _ consume: (Span<UInt8>) throws(FileError) -> Void
  ) throws(FileError) -> Digest {
    var hasher = SHA256Hasher()
    try readPieces(of: status) { piece throws(FileError) in
      hasher.update(piece)
      try consume(piece)
    }
    return hasher.finalize()
  }

  /// Reads the file to its end, piece by piece.
  ///
  /// - Throws: `changedWhileRead` when the file is not, before and after, what `status` says.
  fileprivate func readPieces(
    of status: FileIdentity, _ consume: (Span<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    var buffer = [UInt8](repeating: 0, count: FileReader.pieceSize)
    var total: Int64 = 0
    while true {
      let count = try readPiece(into: &buffer)
      if count == 0 { break }
      total += Int64(count)
      // A file that grows as fast as we read would keep us forever.
      guard total <= status.size else { throw .changedWhileRead(path: path) }
      try consume(buffer.span.extracting(first: count))
    }
    let after = try self.status()
    guard total == status.size && after == status else { throw .changedWhileRead(path: path) }
  }
}
