/// Static badges of shields.io: `img.shields.io/badge/<label>-<message>-<colour>`
/// (https://shields.io/badges).
enum ShieldBadges {
  /// Returns the places of the versions in badges whose label is `version` or `release`; messages that start
  /// with no digit, such as that of `release-passing-green`, are none.
  static func places(in source: SourceText) -> [VersionPlace] {
    var reader = ByteReader(source)
    var places: [VersionPlace] = []
    while reader.skip(past: "img.shields.io/badge/") {
      let parts = parts(of: reader.take { !isEnd($0) }, in: source.bytes)
      guard parts.count == 3, isVersionLabel(source.bytes[parts[0]]) else { continue }
      let message = VersionText.withoutPrefix(parts[1], in: source.bytes)
      guard let first = source.bytes[message].first, Ascii.isDigit(first) else { continue }
      places.append(
        VersionPlace(message, text: unescaped(source.bytes[message]), notation: .shield))
    }
    return places
  }

  /// Returns the text as the path of a badge holds it.
  static func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"): [byte, byte]
      case UInt8(ascii: "+"): Array("%2B".utf8)
      default: [byte]
      }
    }
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "()[]<>\"'`?#/|\\".utf8.contains(byte)
  }

  private static func isVersionLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let text = unescaped(label).map(Ascii.lowercased)
    let words = text.split(separator: 0x20)
    guard words.count == 1, let word = words.first else { return false }
    return word.elementsEqual("version".utf8) || word.elementsEqual("release".utf8)
  }

  /// Returns the parts between single hyphens; two of them are one that belongs to the text.
  private static func parts(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var (parts, start, place) = ([Range<Int>](), range.lowerBound, range.lowerBound)
    while place < range.upperBound, parts.count < 3 {
      let isHyphen = bytes[place] == UInt8(ascii: "-")
      let isDouble = isHyphen && place + 1 < range.upperBound && bytes[place + 1] == UInt8(ascii: "-")
      if isHyphen, !isDouble {
        parts.append(start..<place)
        start = place + 1
      }
      place += isDouble ? 2 : 1
    }
    return parts + [start..<range.upperBound]
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var (result, rest) = ([UInt8](), text)
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let escaped = percentEscape(rest) {
        result.append(escaped)
        rest = rest.dropFirst(2)
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"), rest.first == byte {
        result.append(byte)
        rest = rest.dropFirst()
      } else {
        result.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
      }
    }
    return result
  }

  private static func percentEscape(_ rest: ArraySlice<UInt8>) -> UInt8? {
    let digits = rest.prefix(2).compactMap(Ascii.hexValue)
    return digits.count == 2 ? digits[0] << 4 | digits[1] : nil
  }
}
