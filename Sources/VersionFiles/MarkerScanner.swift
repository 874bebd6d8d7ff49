/// Finds the versions that markers point to.
///
/// Where a format has a place of its own on a marked line, that is the one which is meant.
struct MarkerScanner {
  private let source: SourceText
  private let own: [VersionPlace]
  private var found: [VersionPlace] = []

  /// - Parameter own: The format's own places, ascending.
  init(_ source: SourceText, own: [VersionPlace]) {
    self.source = source
    self.own = own
  }

  /// Returns the places of the versions beside and between markers.
  ///
  /// - Throws: ``VersionFileError``: a marked line has no version or several; a block has none, a line in
  ///   it several; a block has no start or no end.
  mutating func places() throws(VersionFileError) -> [VersionPlace] {
    var open: Marker?
    var lineEnd = -1
    for marker in Marker.all(in: source) {
      switch (marker.kind, open) {
      case (.line, _):
        guard marker.range.lowerBound > lineEnd else { continue }
        lineEnd = try line(of: marker, after: lineEnd)
      case (.start, nil):
        open = marker
      case (.end, let start?):
        try block(from: start, to: marker)
        open = nil
      case (.start, .some), (.end, nil):
        throw source.malformed(at: marker.range.lowerBound)
      }
    }
    if let open { throw source.malformed(at: open.range.lowerBound) }
    return found
  }

  /// Takes the version of a marked line and returns where the line ends.
  private mutating func line(of marker: Marker, after bound: Int) throws(VersionFileError) -> Int {
    let before = source.bytes[(bound + 1)..<marker.range.lowerBound]
    let start = before.lastIndex(of: Ascii.newline).map { $0 + 1 } ?? before.startIndex
    let end = source.endOfLine(from: marker.range.upperBound)
    guard try takeVersion(in: start..<end) else {
      throw .emptyMarker(line: source.line(at: marker.range.lowerBound))
    }
    return end
  }

  private mutating func block(from start: Marker, to end: Marker) throws(VersionFileError) {
    var place = start.range.upperBound
    var isEmpty = true
    while place < end.range.lowerBound {
      let lineEnd = min(source.endOfLine(from: place), end.range.lowerBound)
      if try takeVersion(in: place..<lineEnd) { isEmpty = false }
      place = lineEnd + 1
    }
    guard !isEmpty else { throw .emptyMarker(line: source.line(at: start.range.lowerBound)) }
  }

  /// Takes the one version of a line, or of a part of it; `false` when there is none.
  private mutating func takeVersion(in range: Range<Int>) throws(VersionFileError) -> Bool {
    guard !own.hasPlace(in: range) else { return true }
    let versions = VersionText.ranges(in: source.bytes, range, limit: 2)
    guard versions.count <= 1 else { throw source.ambiguous(at: versions.map(\.lowerBound)) }
    if let version = versions.first, isRepeated(version, in: range) {
      throw source.ambiguous(at: [version.lowerBound])
    }
    found += versions.map { VersionPlace($0, text: Array(source.bytes[$0])) }
    return !versions.isEmpty
  }

  /// Whether the text of a version stands on its line again, glued to other text: `/v1.0.0/app-1.0.0.tar.gz`.
  private func isRepeated(_ version: Range<Int>, in line: Range<Int>) -> Bool {
    let (bytes, text) = (source.bytes, source.bytes[version])
    return line.contains { start in
      let end = start + text.count
      return start != version.lowerBound && end <= line.upperBound && bytes[start..<end].elementsEqual(text)
        && !bytes[line.lowerBound..<start].endsNumber && !bytes[end..<line.upperBound].continuesNumber
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether what follows would be a part of a number that stands here.
  fileprivate var endsNumber: Bool { last.map { Ascii.isDigit($0) || $0 == UInt8(ascii: ".") } ?? false }

  /// Whether a number goes on here.
  fileprivate var continuesNumber: Bool {
    guard let first else { return false }
    return Ascii.isDigit(first) || first == UInt8(ascii: ".") && dropFirst().first.map(Ascii.isDigit) ?? false
  }
}
