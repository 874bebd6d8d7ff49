package import StrictJSON

/// The only door to stdout and stderr: the answer goes to the one, the conversation to the other.
package struct Console: Sendable {
  /// Takes bytes to their end.
  package typealias Sink = @Sendable ([UInt8]) -> Void

  /// How it speaks.
  package let options: ConsoleOptions
  private let standardOutput: Sink
  private let standardError: Sink
  private let now: @Sendable () -> Timestamp

  /// A console.
  /// - Parameter now: The time for log lines.
  package init(
    options: ConsoleOptions, standardOutput: @escaping Sink, standardError: @escaping Sink,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.options = options
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.now = now
  }

  /// Prints the answer as text and ends its line; nothing when JSON is asked for.
  package func answer(_ message: Message) {
    guard !options.isJSON else { return }
    let text = message.rendered(isColored: options.colorsAnswers)
    standardOutput(Array((text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n").utf8))
  }

  /// Prints the answer as a document; nothing when text is asked for. A run prints one.
  package func answer(json document: JSONValue) {
    guard options.isJSON else { return }
    standardOutput(document.prettyBytes.escapingControls())
  }

  /// Prints the next piece of the answer as a document, cut between two of its values; nothing when text is asked
  /// for.
  package func answer(piece: [UInt8]) {
    if options.isJSON { standardOutput(piece.escapingControls()) }
  }

  /// Prints the answer byte for byte, when it is a document of a format of its own; nothing when JSON is
  /// asked for. A terminal is shown the characters that it would obey.
  package func answer(bytes: [UInt8]) {
    guard !options.isJSON else { return }
    guard options.answersTerminal else { return standardOutput(bytes) }
    standardOutput(Array(String(decoding: bytes, as: UTF8.self).sanitized(keepingLines: true).utf8))
  }

  /// Says a line on stderr, or logs it.
  func say(_ message: Message, _ level: LogLevel, prefix: String = "", as role: Role? = nil) {
    guard level.isSaid(at: options.verbosity) else { return }
    switch options.logFormat {
    case .text:
      let lead = Message(prefix, as: prefix.isEmpty ? nil : role)
      writeLine((lead + message).rendered(isColored: options.colorsMessages))
    case .json: log(level, message.plain)
    }
  }

  /// Logs one object on one line of stderr.
  func log(_ level: LogLevel, _ message: String, _ details: JSONObject = [:]) {
    var line: JSONObject = [
      "time": .string(now().description), "level": .string(level.rawValue), "message": .string(message),
      "trace_id": .string(options.traceID),
    ]
    line.append(contentsOf: details)
    standardError(JSONValue.object(line).bytes.escapingControls() + [UInt8(ascii: "\n")])
  }

  /// Writes a line of text to stderr.
  func writeLine(_ text: String) { write(text + "\n") }

  /// Writes text to stderr.
  func write(_ text: String) { standardError(Array(text.utf8)) }
}

/// The `level` of a log line.
enum LogLevel: String {
  case debug, info, warning, error

  func isSaid(at verbosity: Verbosity) -> Bool {
    switch self {
    case .debug: verbosity >= .verbose
    case .info: verbosity >= .normal
    case .warning, .error: verbosity >= .quiet
    }
  }
}
