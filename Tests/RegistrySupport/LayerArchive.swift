internal import Foundation

/// A tar archive of one file, piece by piece.
struct LayerArchive: Sequence, IteratorProtocol {
  private static let pieceSize = 1 << 20

  private var head: [UInt8]?
  private var left: Int
  private var padding: Int
  private var source: FileHandle?
  private var block: [UInt8] = []
  private var number: UInt64 = 0

  init(_ recipe: LayerRecipe) throws {
    switch recipe.content {
    case .bytes(let count, let seed):
      left = count
      block = Self.chance(seed: seed, count: Swift.min(count, Self.pieceSize))
    case .file(let path):
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      left = Int(try file.seekToEnd())
      try file.seek(toOffset: 0)
      source = file
    }
    // The file is filled up to a whole record, and two empty records end the archive.
    padding = (512 - left % 512) % 512 + 1024
    head = Self.header(path: recipe.path, size: left)
  }

  mutating func next() -> [UInt8]? {
    if let head {
      self.head = nil
      return head
    }
    if left > 0 { return content() }
    defer { padding = 0 }
    return padding > 0 ? [UInt8](repeating: 0, count: padding) : nil
  }

  private mutating func content() -> [UInt8] {
    var piece = block
    if let source {
      piece = Array((try? source.read(upToCount: Self.pieceSize)) ?? Data())
      precondition(!piece.isEmpty, "the file became shorter while it was read")
    } else {
      // No two pieces of a layer are the same.
      for place in 0..<Swift.min(8, piece.count) {
        piece[place] ^= UInt8(truncatingIfNeeded: number >> (8 * place))
      }
      number += 1
    }
    piece.removeLast(Swift.max(0, piece.count - left))
    left -= piece.count
    return piece
  }

  private static func header(path: String, size: Int) -> [UInt8] {
    func octal(_ value: Int, _ width: Int) -> [UInt8] {
      let digits = String(value, radix: 8)
      return Array((String(repeating: "0", count: width - 1 - digits.count) + digits).utf8) + [0]
    }
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ bytes: [UInt8], at place: Int) {
      header.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    put(Array(path.utf8), at: 0)
    put(octal(0o755, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(1_700_000_000, 12), at: 100)
    put(Array("        0".utf8), at: 148)
    put(Array("ustar\u{0}00".utf8), at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 7), at: 148)
    return header
  }

  /// Bytes of SplitMix64.
  private static func chance(seed: UInt64, count: Int) -> [UInt8] {
    var state = seed
    var words: [UInt64] = []
    words.reserveCapacity(count / 8 + 1)
    for _ in 0...count / 8 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      words.append((word ^ (word >> 31)).littleEndian)
    }
    return unsafe Array(words.withUnsafeBytes { unsafe $0.prefix(count) })
  }
}
