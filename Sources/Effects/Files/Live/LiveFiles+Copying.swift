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

  package func copy(_ part: Range<Int64>, of source: String, to destination: String) throws(FileError) {
    let file = try Descriptor(opening: source, O_RDONLY)
    let status = try file.regularFileStatus()
    try createFile(at: destination, mode: 0o600, isLasting: false) { copy throws(FileError) in
      try file.readPieces(part, of: status) { piece throws(FileError) in try copy.writeAll(piece) }
    }
  }

  package func read(_ path: String, part: Range<Int64>) throws(FileError) -> [UInt8] {
    let file = try Descriptor(opening: path, O_RDONLY)
    let status = try file.regularFileStatus()
    var bytes: [UInt8] = []
    try file.readPieces(part, of: status) { piece throws(FileError) in
      unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  package func write(_ bytes: ArraySlice<UInt8>, at offset: Int64, of path: String) throws(FileError) {
    let file = try Descriptor(opening: path, O_WRONLY | O_NOFOLLOW)
    _ = try file.regularFileStatus()
    try file.seek(to: offset)
    try file.writeAll(bytes.span)
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

  /// Reads a part of the file piece by piece; without one, all of it.
  ///
  /// - Throws: `changedWhileRead` when the part is not in the file, or when the file is not, before and after, what
  ///   `status` says.
  fileprivate func readPieces(
    _ part: Range<Int64>? = nil, of status: FileIdentity, _ consume: (Span<UInt8>) throws(FileError) -> Void
  ) throws(FileError) {
    let part = part ?? 0..<status.size
    guard part.upperBound <= status.size else { throw .changedWhileRead(path: path) }
    if part.lowerBound != 0 { try seek(to: part.lowerBound) }
    var buffer = [UInt8](repeating: 0, count: FileReader.pieceSize)
    var left = part.upperBound - part.lowerBound
    while left > 0 {
      let count = try readPiece(into: &buffer, atMost: Int(clamping: left))
      guard count > 0 else { throw .changedWhileRead(path: path) }
      left -= Int64(count)
      try consume(buffer.span.extracting(first: count))
    }
    // What has no end where its size says so is no file to rely on, such as one of `/proc`.
    let surplus = part.upperBound == status.size ? try readPiece(into: &buffer) : 0
    let after = try self.status()
    guard surplus == 0 && after == status else { throw .changedWhileRead(path: path) }
  }
}
