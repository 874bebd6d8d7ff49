import SemanticVersions

extension VersionPattern {
  /// The most bytes of a version behind which a suffix is looked for that could be part of the version.
  private static let reach = 128

  /// Returns the one place that the pattern matches.
  ///
  /// - Throws: ``VersionFileError/ambiguous(lines:)``.
  func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    var reader = ByteReader(source)
    var ranges: [Range<Int>] = []
    var runEnd = 0
    while goToValue(&reader) {
      runEnd = max(runEnd, reader.offset)
      runEnd += source.bytes[runEnd...].prefix(while: isValueByte).count
      if let range = value(reader.offset..<runEnd, in: source) {
        ranges.append(range)
        reader.offset = range.upperBound + suffix.count
      } else {
        reader.offset -= max(0, prefix.count - 1)
      }
      if prefix.isEmpty { reader.offset = max(reader.offset, runEnd + 1) }
    }
    guard ranges.count <= 1 else { throw source.ambiguous(at: ranges.map(\.lowerBound)) }
    return ranges.map { VersionPlace($0, text: Array(source.bytes[$0]), notation: notation) }
  }

  private var notation: VersionNotation {
    switch placeholder {
    case .version: .semantic
    case .major: .major
    case .minor: .minor
    case .patch: .patch
    }
  }

  private func isValueByte(_ byte: UInt8) -> Bool {
    placeholder == .version ? Ascii.isVersionByte(byte) : Ascii.isDigit(byte)
  }

  /// Goes to the next place where a value may start: behind the prefix or, without one, at the start of a
  /// run.
  private func goToValue(_ reader: inout ByteReader) -> Bool {
    guard prefix.isEmpty else { return reader.skip(past: text(of: prefix)) }
    reader.take { !isValueByte($0) }
    return !reader.isAtEnd
  }

  private func text(of bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Returns what of a run of value bytes is the value; `nil` when the suffix does not follow.
  ///
  /// No text at all is a value between a prefix and a suffix. Where the suffix looks like part of a version,
  /// as `.tar.gz` does, the value has to be a version, and the longest one counts.
  private func value(_ run: Range<Int>, in source: SourceText) -> Range<Int>? {
    guard let first = suffix.first else { return unboundedValue(run, in: source) }
    guard isValueByte(first) else {
      guard source.bytes[run.upperBound...].starts(with: suffix) else { return nil }
      let canBeEmpty = placeholder == .version && !prefix.isEmpty
      return run.isEmpty && !canBeEmpty || !startsWithDigit(run, source) && !run.isEmpty ? nil : run
    }
    guard startsWithDigit(run, source) else { return nil }
    let end = min(run.upperBound, run.lowerBound + Self.reach)
    return (run.lowerBound..<end).reversed().lazy.map { run.lowerBound..<$0 }.first { range in
      source.bytes[range.upperBound...].starts(with: suffix) && isVersion(source.bytes[range])
    }
  }

  private func unboundedValue(_ run: Range<Int>, in source: SourceText) -> Range<Int>? {
    guard startsWithDigit(run, source) else { return nil }
    return VersionText.withoutDots(source.bytes[run]).indices
  }

  private func startsWithDigit(_ run: Range<Int>, _ source: SourceText) -> Bool {
    source.bytes[run].first.map(Ascii.isDigit) ?? false
  }

  private func isVersion(_ text: ArraySlice<UInt8>) -> Bool {
    // Why it is no version is of no interest: the suffix is looked for elsewhere.
    placeholder == .version ? (try? Version(parsing: text)) != nil : text.allSatisfy(Ascii.isDigit)
  }
}
