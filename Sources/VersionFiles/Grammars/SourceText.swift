/// The bytes of a file, and what errors say of places in them.
struct SourceText {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Where the text starts: behind the byte order mark, if there is one.
  var start: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Returns the number of the line that an offset is in.
  func line(at offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].reduce(1) { $1 == Ascii.newline ? $0 + 1 : $0 }
  }

  func malformed(at offset: Int) -> VersionFileError {
    let before = bytes[..<min(offset, bytes.count)]
    let start = before.lastIndex(of: Ascii.newline).map { $0 + 1 } ?? 0
    return .malformed(line: line(at: offset), column: before.count - start + 1)
  }

  /// The error of several places; their lines are counted in one pass.
  func ambiguous(at offsets: [Int]) -> VersionFileError {
    var (lines, line, counted) = ([Int](), 1, 0)
    for offset in offsets.sorted() {
      line += bytes[counted..<offset].reduce(0) { $1 == Ascii.newline ? $0 + 1 : $0 }
      counted = offset
      if lines.last != line { lines.append(line) }
    }
    return .ambiguous(lines: lines)
  }

  /// The error of a value that is no text of its own; long ones are cut off.
  func computed(_ range: Range<Int>) -> VersionFileError {
    .computed(
      line: line(at: range.lowerBound), text: String(decoding: bytes[range].prefix(120), as: UTF8.self))
  }

  /// The error of a value that is no text of its own and goes to the end of its line.
  func computed(from offset: Int) -> VersionFileError {
    computed(trimmed(offset..<endOfLine(from: offset)))
  }

  /// Returns where the line ends that an offset is in, its break not included.
  func endOfLine(from offset: Int) -> Int {
    let end = bytes[offset...].firstIndex(of: Ascii.newline) ?? bytes.count
    return end > offset && bytes[end - 1] == 0x0D ? end - 1 : end
  }

  /// Returns the range without the white space at its ends; an empty one stays where it started.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard let first = bytes[range].firstIndex(where: { !Ascii.isSpace($0) }),
      let last = bytes[range].lastIndex(where: { !Ascii.isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }
}

extension SourceText {
  /// Returns the place of a value that is written out.
  ///
  /// - Throws: ``VersionFileError/computed(line:text:)`` when it holds a variable or a call.
  func place(
    _ range: Range<Int>, text: [UInt8]? = nil, notation: VersionNotation = .semantic
  ) throws(VersionFileError) -> VersionPlace {
    let text = text ?? Array(bytes[range])
    guard !text.contains(where: Self.computingBytes.contains) else { throw computed(range) }
    return VersionPlace(range, text: text, notation: notation)
  }

  /// What variables and calls are made of, and no version is: `${…}`, `$(…)`, `@VERSION@`, `%VERSION%`,
  /// `#{…}`.
  private static let computingBytes = Array("$@%{}()".utf8)
}
