/// The content of a request: bytes, or a part of a file that is too long to be held.
package enum HTTPContent: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// These bytes.
  case bytes([UInt8])
  /// The part of a regular file that these offsets bound.
  case file(path: String, range: Range<Int64>)

  /// The bytes of the list.
  package init(arrayLiteral elements: UInt8...) { self = .bytes(elements) }

  /// How many bytes there are to send.
  package var count: Int64 {
    switch self {
    case .bytes(let bytes): Int64(bytes.count)
    case .file(_, let range): Int64(clamping: UInt64(bitPattern: range.upperBound &- range.lowerBound))
    }
  }

  /// Returns a part of it, by offsets within it.
  package func part(_ part: Range<Int64>) -> HTTPContent {
    switch self {
    case .bytes(let bytes): .bytes(Array(bytes[Int(part.lowerBound)..<Int(part.upperBound)]))
    case .file(let path, let range):
      .file(path: path, range: (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound))
    }
  }

  /// Whether there is nothing to send.
  package var isEmpty: Bool { count == 0 }
}
