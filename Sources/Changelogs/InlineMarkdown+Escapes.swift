extension InlineMarkdown {
  /// Whether the byte that is written next needs a backslash to be nothing but itself.
  func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"): true
    case UInt8(ascii: "*"), UInt8(ascii: "~"): !isBetweenSpaces
    case UInt8(ascii: "_"): index == 0 && isRuler || isBeforeElement || hasEmphasis && !isWithinWord
    case UInt8(ascii: "\\"): (next?.isPunctuation ?? true) || isBeforeElement
    // An exclamation mark before a link makes it an image.
    case UInt8(ascii: "!"): isBeforeElement
    case UInt8(ascii: "$"): endsFormula
    case UInt8(ascii: "."): endsListNumber || beginsPlainHost
    case UInt8(ascii: ")"): endsListNumber
    case UInt8(ascii: "#"): index == 0 || endsHeading
    case UInt8(ascii: ">"), UInt8(ascii: "|"): index == 0
    case UInt8(ascii: "-"), UInt8(ascii: "+"): index == 0 && ((next ?? 0x20) == 0x20 || isRuler)
    case UInt8(ascii: "="), UInt8(ascii: ":"): index == 0 && isRuler
    default: false
    }
  }

  private var next: UInt8? { index + 1 < source.count ? source[index + 1] : nil }

  private var previous: UInt8? { index > 0 ? source[index - 1] : nil }

  /// `2 * 3` has no emphasis in it.
  private var isBetweenSpaces: Bool { previous == 0x20 && next == 0x20 }

  /// The underscore of `snake_case` is never one of emphasis.
  private var isWithinWord: Bool {
    guard let previous, let next else { return false }
    return previous.isAlphanumeric && next.isAlphanumeric
  }

  /// Whether the text begins with `1. ` or `1) `, and this is the dot.
  private var endsListNumber: Bool {
    (1...9).contains(index) && source[..<index].allSatisfy(\.isDigit) && (next ?? 0x20) == 0x20
  }

  /// Whether the whole text would underline a heading, rule off a page or begin a table.
  private var isRuler: Bool { source.allSatisfy { "-=:|+_ ".utf8.contains($0) } }

  /// Whether this is the last of the number signs that may follow a heading.
  private var endsHeading: Bool {
    next == nil && (previous == 0x20 || previous == UInt8(ascii: "#"))
  }

  /// Whether the `$` would close a formula: after a first one, not after a space, not before a digit.
  private var endsFormula: Bool {
    hasDollar && previous != 0x20 && !(next?.isDigit ?? false)
  }

  /// Whether this is the first dot of `www.` before characters that are escaped: as part of an address, which
  /// forges make of it, the backslashes would be shown.
  private var beginsPlainHost: Bool {
    guard index >= 3, source[(index - 3)..<index].equalsIgnoringCase("www".utf8),
      index == 3 || " *_~(".utf8.contains(source[index - 4])
    else { return false }
    // Longer words are escaped unseen, which keeps the scan linear.
    let word = source[index...].prefix(Self.longestHost).prefix { $0 != 0x20 }
    return word.count == Self.longestHost || word.contains { "*_~[]`\\<>&@#$!".utf8.contains($0) }
  }

  private static let longestHost = 256
}

extension [UInt8] {
  /// Whether one underscore may begin emphasis that a later one ends; `_name` and `name_` alone do not.
  var hasUnderscoredEmphasis: Bool {
    var isOpen = false
    var index = 0
    while let start = self[index...].firstIndex(of: UInt8(ascii: "_")) {
      let end = self[start...].firstIndex { $0 != UInt8(ascii: "_") } ?? count
      let previous = start > 0 ? self[start - 1] : 0x20
      let next = end < count ? self[end] : 0x20
      index = end
      if previous.isAlphanumeric, next.isAlphanumeric, !maybeAddress(at: end) { continue }
      if isOpen, previous != 0x20 { return true }
      if next != 0x20 { isOpen = true }
    }
    return false
  }

  /// Whether the letters here may begin an address, before which a mark is written.
  private func maybeAddress(at index: Int) -> Bool {
    ["htt", "ftp"].contains { self[index...].prefix(3).equalsIgnoringCase($0.utf8) }
  }

  /// The longest name of an entity has fewer characters.
  private static let longestEntity = 40

  /// Whether the `&` here begins an entity such as `&lt;` or `&#60;`.
  func beginsEntity(at index: Int) -> Bool {
    let name = self[(index + 1)...].prefix(Self.longestEntity)
      .prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "#") }
    return !name.isEmpty && name.endIndex < count && self[name.endIndex] == UInt8(ascii: ";")
  }
}
