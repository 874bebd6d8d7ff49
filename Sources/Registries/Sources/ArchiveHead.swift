/// The head of an entry in a tar archive: 512 bytes with a checksum.
struct ArchiveHead {
  let name: String
  let size: Int64
  let kind: UInt8

  /// Returns `nil` for what has another checksum, or a size that is no number.
  init?(_ block: [UInt8]) {
    guard block.count == 512, let sum = Self.octal(block[148..<156]), sum == Self.checksum(block),
      let size = Self.size(block[124..<136])
    else { return nil }
    let isUstar = block[257..<262].elementsEqual("ustar".utf8)
    let prefix = isUstar && block[263..<265].elementsEqual("00".utf8) ? Self.text(block[345..<500]) : ""
    let short = Self.text(block[0..<100])
    name = prefix.isEmpty ? short : "\(prefix)/\(short)"
    self.size = size
    kind = block[156]
  }

  var isFile: Bool { kind == 0 || kind == UInt8(ascii: "0") || kind == UInt8(ascii: "7") }
  /// Whether it says something about the next entry, or about all of them.
  var isExtension: Bool {
    [UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K")].contains(kind)
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int64? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    return Int64(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Octal digits, or from 8 GiB on a binary number with the first bit set, as GNU tar writes it.
  private static func size(_ field: ArraySlice<UInt8>) -> Int64? {
    guard field.first == 0x80 else { return octal(field) }
    guard field.dropFirst().prefix(3).allSatisfy({ $0 == 0 }), field[field.startIndex + 4] < 0x80 else {
      return nil
    }
    return field.suffix(8).reduce(0) { $0 << 8 | Int64($1) }
  }

  private static func checksum(_ block: [UInt8]) -> Int64 {
    block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int64($1.element)) }
  }
}
