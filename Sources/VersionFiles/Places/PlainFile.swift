/// A file that holds nothing but a version.
enum PlainFile {
  /// Returns the place of the one line; an empty file has it at its start.
  ///
  /// - Throws: ``VersionFileError``: several lines are ambiguous, white space in the line is malformed.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let text = source.trimmed(source.start..<source.bytes.count)
    guard !source.bytes[text].contains(Ascii.newline) else {
      throw source.ambiguous(at: [text.lowerBound, text.upperBound - 1])
    }
    let version = VersionText.withoutPrefix(text, in: source.bytes)
    let place = try source.place(version)
    if let stray = source.bytes[version].firstIndex(where: { !Ascii.isVersionByte($0) }) {
      throw source.malformed(at: stray)
    }
    return [place]
  }
}
