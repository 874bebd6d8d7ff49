/// A web address in running text.
enum WebAddress {
  /// Returns the range of an address that begins here, without the punctuation of the sentence around it.
  static func range(at index: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard bytes[index] == UInt8(ascii: "h"), index == 0 || !bytes[index - 1].isWordPart,
      let scheme = ["https://", "http://"].first(where: { bytes[index...].starts(with: $0.utf8) })
    else { return nil }
    let start = index + scheme.utf8.count
    var end = bytes[start...].prefix { $0 > 0x20 && !"<>`\"".utf8.contains($0) }.endIndex
    while end > start, isTrailing(bytes[end - 1], in: bytes[start..<end]) { end -= 1 }
    return end > start ? index..<end : nil
  }

  private static func isTrailing(_ byte: UInt8, in address: ArraySlice<UInt8>) -> Bool {
    if byte == UInt8(ascii: ")") { return !address.contains(UInt8(ascii: "(")) }
    return ".,;:!?'*_~]".utf8.contains(byte)
  }
}
