package import ReleaseSigning

/// What is wrong with a log, or with what was asked of it.
package enum LogError: Error, Hashable, Sendable {
  /// An entry to be appended has more than 65,535 bytes: its place among those given, and its length.
  case entryTooLong(index: Int, count: Int)
  /// The log would have more than 2^63 - 1 entries.
  case full
  /// There is no such entry, or no such earlier tree, in a log of this size.
  case outOfRange(UInt64, size: UInt64)
  /// A tile's file does not hold as many bytes as its name says; the number found.
  case wrongLength(TilePath, Int)
  /// A bundle's file does not hold exactly as many entries as its name says.
  case malformedEntries(TilePath)
  /// A file does not hold what the hashes above it say: it was altered or damaged.
  case differs(TilePath)
  /// The hashes of the log do not make the root that its checkpoint says.
  case rootDiffers(expected: Digest, found: Digest)
}

/// Reads one file of a log: exactly the bytes of the file of that name.
///
/// A store that drops partial files when wider ones follow cuts their bytes from the wider one.
package typealias TileReader = (TilePath) throws -> [UInt8]
