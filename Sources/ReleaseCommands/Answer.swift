internal import ReleaseConsole
internal import StrictJSON

/// What a command answers: the same facts as text and as a document.
struct Answer: Sendable {
  /// What stands on stdout without `--json`.
  var text: Message?
  /// Bytes of a format of its own, printed as they are without `--json`.
  var bytes: [UInt8]?
  /// What stands on stdout with `--json`; the schema is put before it.
  var document: JSONObject
  /// Why the answer is no, although everything went well.
  var refusal: Diagnostic?

  init(_ text: Message? = nil, bytes: [UInt8]? = nil, document: JSONObject, refusal: Diagnostic? = nil) {
    self.text = text
    self.bytes = bytes
    self.document = document
    self.refusal = refusal
  }

  /// Several lines of text.
  init(lines: [String], document: JSONObject, refusal: Diagnostic? = nil) {
    self.init(lines.isEmpty ? nil : .lines(lines), document: document, refusal: refusal)
  }
}

extension Message {
  /// Lines of text, whose values cannot break out of their line.
  static func lines(_ lines: [String]) -> Message {
    lines.dropFirst().reduce(Message(lines.first ?? "")) { $0 + "\n" + Message($1) }
  }
}
