internal import ReleaseConsole
internal import StrictJSON

/// What a command answers: the same facts as text and as a document.
struct Answer: Sendable {
  /// What stands on stdout without `--json`.
  var text: Message?
  /// Bytes of a format of its own, printed as they are without `--json`.
  var bytes: [UInt8]?
  /// Hands on a long text of a format of its own while it is made, without `--json`.
  var textStream: (@Sendable (Console.Sink) throws -> Void)?
  /// Makes what stands on stdout with `--json`; the schema is put before it.
  private let makeDocument: @Sendable () -> JSONObject
  /// Why the answer is no, although everything went well.
  var refusal: Diagnostic?

  init(_ text: Message? = nil, bytes: [UInt8]? = nil, document: JSONObject, refusal: Diagnostic? = nil) {
    self.text = text
    self.bytes = bytes
    makeDocument = { document }
    self.refusal = refusal
  }

  /// A long text of a format of its own, handed on while it is made.
  init(
    handingOn textStream: @escaping @Sendable (Console.Sink) throws -> Void,
    documentedBy makeDocument: @escaping @Sendable () -> JSONObject
  ) {
    self.textStream = textStream
    self.makeDocument = makeDocument
  }

  /// Several lines of text, and a document that is large: it is made only when it is asked for.
  init(
    lines: [String], refusal: Diagnostic? = nil,
    documentedBy makeDocument: @escaping @Sendable () -> JSONObject
  ) {
    text = lines.isEmpty ? nil : Message(rows: lines)
    self.refusal = refusal
    self.makeDocument = makeDocument
  }

  /// What stands on stdout with `--json`.
  var document: JSONObject { makeDocument() }

  /// Several lines of text.
  init(lines: [String], document: JSONObject, refusal: Diagnostic? = nil) {
    self.init(lines.isEmpty ? nil : Message(rows: lines), document: document, refusal: refusal)
  }
}
