extension CommitMessage {
  var layout: MessageLayout { MessageLayout(of: text) }

  /// Where the parts of the header lie; `nil` when the first line is no conventional header.
  var headerLayout: HeaderLayout? {
    // Why the line is no header is of interest to ``findings`` alone.
    do { return try HeaderLayout(of: text.header.range, in: text.bytes) } catch { return nil }
  }

  /// The whole text as UTF-8: every line ends in LF, and the last in none.
  package var bytes: [UInt8] { text.bytes }

  /// The first line that is not blank, as UTF-8.
  package var subjectBytes: ArraySlice<UInt8> { text.bytes[text.header.range] }

  /// Whether a character of ASCII stands anywhere in the text.
  package func contains(_ character: Unicode.Scalar) -> Bool {
    let bytes = text.bytes
    return bytes.place(of: UInt8(ascii: character), in: bytes.indices) < bytes.count
  }

  /// The first line that is not blank, trimmed.
  package var subject: String { text.trimmed(text.header.range) }

  /// What the first line says; `nil` when it is not a conventional header.
  package var header: Header? { headerLayout.map { Header($0, in: text.bytes) } }

  /// The free text between header and footers; `nil` when there is none.
  package var body: String? {
    // The first line keeps its indentation.
    layout.bodyRange.map { text.bytes.text($0.lowerBound..<text.bytes.inkEnd(of: $0)) }
  }

  /// The footers in their order.
  package var footers: [Footer] {
    layout.sections.filter { !$0.isGlued }.map { Footer($0, in: text) }
  }
}
