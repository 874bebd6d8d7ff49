/// A part of a repository: `[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*` (OCI Distribution 1.1, "Pulling manifests").
enum PathComponent {
  /// Returns whether bytes are one.
  static func isOne(_ part: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first, let last = part.last, isWord(first), isWord(last) else { return false }
    return part.split(whereSeparator: isWord).allSatisfy(isSeparator)
  }

  private static func isWord(_ byte: UInt8) -> Bool { Ascii.isLower(byte) || Ascii.isDigit(byte) }

  private static func isSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual(".".utf8) || bytes.elementsEqual("_".utf8) || bytes.elementsEqual("__".utf8)
      || bytes.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
