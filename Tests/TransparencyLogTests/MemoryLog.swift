import ReleaseSigning
import TransparencyLog

/// A log whose files are in memory, and which knows what was read of it.
final class MemoryLog {
  struct Missing: Error { let path: TilePath }

  var files: [TilePath: [UInt8]] = [:]
  var head = TreeHead.empty
  private(set) var reads: [TilePath] = []

  init() {}

  /// A log with entries, appended in batches of a size.
  convenience init(_ entries: [[UInt8]], batch: Int = 1000) throws {
    self.init()
    for start in stride(from: 0, to: entries.count, by: batch) {
      try append(Array(entries[start..<min(start + batch, entries.count)]))
    }
  }

  func read(_ path: TilePath) throws -> [UInt8] {
    reads.append(path)
    guard let bytes = files[path] else { throw Missing(path: path) }
    return bytes
  }

  @discardableResult func append(_ entries: [[UInt8]]) throws -> LogGrowth {
    reads = []
    let growth = try TileLog.appending(entries, to: head, reading: read)
    for file in growth.files { files[file.path] = file.bytes }
    head = growth.head
    return growth
  }

  /// A copy of the log with one bit of a file flipped.
  func altering(_ path: TilePath, at position: Int) -> MemoryLog {
    let copy = MemoryLog()
    (copy.files, copy.head) = (files, head)
    copy.files[path]?[position] ^= 1
    return copy
  }
}

/// Returns entries that all differ: their number in decimal.
func entries(_ count: Int) -> [[UInt8]] { (0..<count).map { Array(String($0).utf8) } }
