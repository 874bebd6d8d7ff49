extension [UInt8] {
  /// Returns the place of the first byte of a value in a range, or the end of the range; eight bytes at a step.
  func place(of byte: UInt8, in range: Range<Int>) -> Int {
    let (span, wanted) = (span, UInt64(byte) &* 0x0101_0101_0101_0101)
    var offset = range.lowerBound
    while range.upperBound - offset >= 8 {
      let matches = (span.word(at: offset) ^ wanted).zeroBytes
      guard matches == 0 else { return offset + matches.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < range.upperBound, span[offset] != byte { offset += 1 }
    return offset
  }
}

extension Span<UInt8> {
  /// The eight bytes at an offset as one number, the first of them in its lowest bits.
  fileprivate func word(at offset: Int) -> UInt64 {
    let bytes = extracting(offset..<offset + 8)
    var word: UInt64 = 0
    for index in bytes.indices { word |= UInt64(bytes[index]) &<< UInt64(8 * index) }
    return word
  }
}

extension UInt64 {
  /// The top bit of each byte that is zero; the lowest of the bits is right, those above it may be wrong.
  fileprivate var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}
