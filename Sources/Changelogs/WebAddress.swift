/// A web address in running text.
enum WebAddress {
  private static let schemes = ["https://", "http://", "ftp://"]

  /// Returns the range of an address that begins here, without the punctuation of the sentence around it.
  static func range(at index: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard index < bytes.count, index == 0 || !bytes[index - 1].isLetter,
      let scheme = schemes.first(where: { bytes[index...].prefix($0.utf8.count).equalsIgnoringCase($0.utf8) })
    else { return nil }
    let start = index + scheme.utf8.count
    let end = trimmed(bytes[start..<self.end(from: start, in: bytes)])
    return end > start ? index..<end : nil
  }

  /// Where the characters of an address end. Some programs read entities in addresses and some do not, so that
  /// none is let in.
  private static func end(from start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, !"<>`\"".utf8.contains(bytes[end]),
      bytes[end] != UInt8(ascii: "&") || !bytes.beginsEntity(at: end)
    {
      end += 1
    }
    return end
  }

  /// Where an address ends whose last characters may belong to the sentence.
  private static func trimmed(_ address: ArraySlice<UInt8>) -> Int {
    let isTrailing: (UInt8) -> Bool =
      address.contains(UInt8(ascii: "("))
      ? { ".,;:!?'*_~]".utf8.contains($0) } : { ".,;:!?'*_~])".utf8.contains($0) }
    return address.lastIndex { !isTrailing($0) }.map { $0 + 1 } ?? address.startIndex
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { isAlphanumeric && !isDigit }
}
