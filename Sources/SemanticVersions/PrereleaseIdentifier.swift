/// One of the dot-separated identifiers of a prerelease: `rc` or `2` in `1.0.0-rc.2`.
package struct PrereleaseIdentifier: Hashable, Sendable {
  /// The identifier as written: `[0-9A-Za-z-]+`, without leading zeros when it is all digits.
  package let text: String
  /// The value when the identifier is all digits.
  package let number: Numeral?

  /// Takes over bytes that were checked to be an identifier.
  init(checked bytes: ArraySlice<UInt8>) {
    text = String(decoding: bytes, as: UTF8.self)
    number = bytes.allSatisfy(Ascii.isDigit) ? Numeral(checked: bytes) : nil
  }

  /// Makes a numeric identifier.
  init(_ number: Numeral) {
    text = number.digits
    self.number = number
  }
}

extension PrereleaseIdentifier: Comparable {
  /// Compares as SemVer 2.0.0 item 11.4 says: numbers by value, words by ASCII order, numbers before words.
  package static func < (left: PrereleaseIdentifier, right: PrereleaseIdentifier) -> Bool {
    switch (left.number, right.number) {
    case (let leftNumber?, let rightNumber?): leftNumber < rightNumber
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
  }
}

extension PrereleaseIdentifier: CustomStringConvertible {
  /// The identifier as written.
  package var description: String { text }
}
