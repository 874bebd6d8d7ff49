/// `@name` as GitHub and GitLab find it: a person, a team, or a package such as `@scope/name`.
enum Mention {
  /// Returns the range of a mention that begins here, with its `@`.
  ///
  /// - Parameter textStart: Where the running text begins; what is before it is a link or code, after which a
  ///   mention counts as one even without a space.
  static func range(at index: Int, in bytes: [UInt8], textStart: Int) -> Range<Int>? {
    guard bytes[index] == UInt8(ascii: "@"), index == textStart || !bytes[index - 1].isWordPart,
      index + 1 < bytes.count, bytes[index + 1].isWordPart
    else { return nil }
    var end = bytes[(index + 1)...].prefix { $0.isWordPart || "-./".utf8.contains($0) }.endIndex
    // A full stop after a name ends the sentence.
    while "-./".utf8.contains(bytes[end - 1]) { end -= 1 }
    return index..<end
  }
}
