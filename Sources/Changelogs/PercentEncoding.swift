extension String {
  /// The text as a part of a path: slashes stay, and nothing is left that Markdown or HTML could read.
  var inURL: String { percentEncoded { $0 == UInt8(ascii: "/") } }

  /// The text as a value in a query.
  var inQuery: String { percentEncoded { _ in false } }

  private func percentEncoded(keeping isKept: (UInt8) -> Bool) -> String {
    // Object ids and most tags need nothing.
    if utf8.allSatisfy(\.isAlphanumeric) { return self }
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte.isAlphanumeric || "-._".utf8.contains(byte) || isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(bytes)
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
