internal import ReleaseSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Digests one file after the other; its memory is the same for any number of files of any size.
struct FileReader {
  /// The size of one read: it stays in the processor's own cache from the kernel's copying to the hashing.
  static let pieceSize = 256 << 10

  private let descent: Descent
  private var buffer = [UInt8](repeating: 0, count: pieceSize)

  /// A reader of files below an open folder.
  init(below root: Int32) { descent = Descent(root: root) }

  /// Digests a regular file, which is opened once and read once.
  ///
  /// - Throws: what `FileObstacle` lists.
  mutating func read(_ wanted: WantedFile) throws(FileObstacle) -> HashedFile {
    let file = try descent.openFile(wanted.path)
    let before = try file.identity()
    guard before.entryKind == .file else { throw .inTheWay(before.entryKind, at: wanted.path) }
    guard wanted.size == nil || wanted.size == before.size else { throw .wrongSize(found: before.size) }
    guard before.size <= wanted.limit else {
      throw .failed(.tooLarge(path: wanted.path, limit: Int(clamping: wanted.limit)))
    }
    if before.size > Self.pieceSize { file.announceSequentialReading() }
    let digest = try digest(of: before.size, at: wanted.path) { buffer, most throws(FileError) in
      try file.readPiece(into: &buffer, atMost: most)
    }
    guard try file.identity() == before else { throw .failed(.changedWhileRead(path: wanted.path)) }
    return HashedFile(digest: digest, size: before.size, isExecutable: before.isExecutable)
  }

  /// Digests what `read` gives up to its end, which must come after exactly `size` bytes.
  ///
  /// - Throws: `failed` with `changedWhileRead` or with what `read` throws.
  mutating func digest(
    of size: Int64, at path: String, _ read: (inout [UInt8], Int) throws(FileError) -> Int
  ) throws(FileObstacle) -> Digest {
    var hasher = SHA256Hasher()
    var left = size
    while true {
      // One byte more than is left: a file that grows as fast as we read would keep us forever.
      let most = left < Int64(buffer.count) ? Int(left) + 1 : buffer.count
      let count: Int
      do { count = try read(&buffer, most) } catch { throw .failed(error) }
      if count == 0 { break }
      guard count <= left else { throw .failed(.changedWhileRead(path: path)) }
      left -= Int64(count)
      hasher.update(buffer.span.extracting(first: count))
    }
    guard left == 0 else { throw .failed(.changedWhileRead(path: path)) }
    return hasher.finalize()
  }
}

extension Descriptor {
  fileprivate func identity() throws(FileObstacle) -> FileIdentity {
    do { return try status() } catch { throw .failed(error) }
  }
}
