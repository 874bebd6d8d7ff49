extension String {
  /// Whether the text is its own Markdown: ASCII on one line that begins with a letter and has no character that
  /// may mean something; most subjects are, and are not looked at any closer.
  var isPlainMarkdown: Bool {
    guard let first = utf8.first, first.isAlphanumeric, !first.isDigit else { return isEmpty }
    var previous: UInt8 = 0
    for byte in utf8 {
      guard byte.isPlain(after: previous) else { return false }
      previous = byte
    }
    return previous != 0x20
  }
}

extension UInt8 {
  /// Whether the byte means nothing after another one.
  fileprivate func isPlain(after previous: UInt8) -> Bool {
    switch self {
    case 0x00...0x1F, 0x7F...0xFF: false
    case 0x20: previous != 0x20
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
      UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "@"),
      UInt8(ascii: "#"), UInt8(ascii: "$"):
      false
    // `https://`, `www.` and `GH-12` are looked at.
    case UInt8(ascii: "/"): previous != UInt8(ascii: ":")
    case UInt8(ascii: "."): previous.lowercased != UInt8(ascii: "w")
    case UInt8(ascii: "-"): previous.lowercased != UInt8(ascii: "h")
    default: true
    }
  }
}
