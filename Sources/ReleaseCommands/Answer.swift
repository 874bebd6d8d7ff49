internal import ReleaseConsole
internal import StrictJSON

/// What a command answers: the same facts as text and as a document.
struct Answer: Sendable {
  /// Hands on something long, piece by piece while it is made.
  typealias Writing = @Sendable (Console.Sink) throws -> Void

  /// What stands on stdout without `--json`.
  var text: Message?
  /// Writes text of a format of its own after that.
  private(set) var writeText: Writing?
  /// Makes what stands on stdout with `--json`; the schema is put before it.
  private let makeDocument: @Sendable () -> JSONObject
  /// Writes the whole document with its schema, when it is too long to be made in one.
  private(set) var writeDocument: Writing?
  /// Why the answer is no, although everything went well.
  var refusal: Diagnostic?

  init(_ text: Message? = nil, bytes: [UInt8]? = nil, document: JSONObject, refusal: Diagnostic? = nil) {
    self.text = text
    if let bytes { writeText = { $0(bytes) } }
    makeDocument = { document }
    self.refusal = refusal
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

  /// Several lines of text.
  init(lines: [String], document: JSONObject, refusal: Diagnostic? = nil) {
    self.init(lines.isEmpty ? nil : Message(rows: lines), document: document, refusal: refusal)
  }

  /// Text and a document that are both too long to be made in one.
  init(_ text: Message? = nil, writing writeText: Writing? = nil, documentWriting: @escaping Writing) {
    self.text = text
    self.writeText = writeText
    makeDocument = { [:] }
    writeDocument = documentWriting
  }

  /// What stands on stdout with `--json`.
  var document: JSONObject { makeDocument() }
}
