/// The form of a file of entries: each preceded by its length in two bytes, big-endian (c2sp.org/tlog-tiles).
enum EntryBundle {
  /// The greatest number of bytes in an entry, as its length has 16 bits.
  static let longestEntry = Int(UInt16.max)

  /// Returns the bytes of a bundle.
  ///
  /// - Precondition: No entry is longer than ``longestEntry``.
  static func encode(_ entries: some Sequence<[UInt8]>) -> [UInt8] {
    entries.flatMap { entry in [UInt8(entry.count >> 8), UInt8(entry.count & 0xff)] + entry }
  }

  /// Returns the entries of a bundle.
  ///
  /// - Throws: ``LogError/malformedEntries(_:)`` unless they fill the bytes and are as many as the name says.
  static func decode(_ bytes: [UInt8], of path: TilePath) throws(LogError) -> [[UInt8]] {
    var entries: [[UInt8]] = []
    var rest = bytes[...]
    while let entry = popEntry(&rest) { entries.append(Array(entry)) }
    guard rest.isEmpty, entries.count == path.width else { throw .malformedEntries(path) }
    return entries
  }

  private static func popEntry(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard rest.count >= 2 else { return nil }
    let count = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
    guard rest.count >= 2 + count else { return nil }
    defer { rest = rest.dropFirst(2 + count) }
    return rest.dropFirst(2).prefix(count)
  }
}
