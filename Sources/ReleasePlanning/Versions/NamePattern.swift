/// A set of names without slashes: `*` is any number of bytes, `?` one byte, all others mean themselves.
struct NamePattern: Hashable, Sendable {
  private let bytes: [UInt8]
  private let isLiteral: Bool

  private static let star = UInt8(ascii: "*")
  private static let question = UInt8(ascii: "?")

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
    isLiteral = !Self.hasWildcard(bytes)
  }

  /// Returns whether a name stands for others than itself.
  static func hasWildcard(_ name: ArraySlice<UInt8>) -> Bool {
    name.contains { $0 == star || $0 == question }
  }

  /// Returns whether a name is one of the set.
  ///
  /// The last `*` takes one byte more whenever what follows it does not fit, so time is bounded by the product of the
  /// lengths.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    if isLiteral { return name.elementsEqual(bytes) }
    var (place, mark) = (name.startIndex, 0)
    var retry: (place: Int, mark: Int)?
    while place < name.endIndex {
      if mark < bytes.count, bytes[mark] == Self.star {
        mark += 1
        retry = (place, mark)
      } else if mark < bytes.count, bytes[mark] == name[place] || bytes[mark] == Self.question {
        (place, mark) = (place + 1, mark + 1)
      } else if let last = retry {
        (place, mark) = (last.place + 1, last.mark)
        retry = (place, mark)
      } else {
        return false
      }
    }
    return bytes[mark...].allSatisfy { $0 == Self.star }
  }
}
