import Effects
import Foundation

/// The content that the server sends and expects: the same 65,536 bytes over and over.
enum Pattern {
  /// One round of it.
  static let block = (0..<65536).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ ($0 >> 8)) }

  /// The same, which is compared much faster in a debug build.
  static let data = Data(block)

  /// Writes it to a file with so many bytes, little by little.
  static func write(_ count: Int, to path: String) throws {
    let piece = Array([[UInt8]](repeating: block, count: 16).joined())
    try LiveFiles().create([], at: path, mode: 0o600)
    try FileWriting.append(to: path) { write in
      var left = count
      while left > 0 {
        write(piece.prefix(left))
        left -= piece.count
      }
    }
  }
}
