/// How much to say.
package enum Verbosity: Int, Comparable, Sendable {
  /// Nothing but the answer and the exit code.
  case silent
  /// Errors and warnings.
  case quiet
  /// What a person wants to know.
  case normal
  /// The commands that are run and how long they take, too.
  case verbose

  package static func < (left: Verbosity, right: Verbosity) -> Bool { left.rawValue < right.rawValue }
}

/// What `--log-format` says.
package enum LogFormat: String, CaseIterable, Sendable {
  case text, json
}

/// How a run speaks, decided once.
package struct ConsoleOptions: Sendable {
  /// Whether stdout gets one JSON document instead of text.
  package var isJSON: Bool
  /// How much stderr gets.
  package var verbosity: Verbosity
  /// The form of what stderr gets.
  package var logFormat: LogFormat
  /// Whether text on stdout is coloured.
  package var colorsAnswers: Bool
  /// Whether text on stderr is coloured.
  package var colorsMessages: Bool
  /// The `trace_id` of log lines.
  package var traceID: String
  /// Whether stdout is a terminal.
  package var answersTerminal = false
  /// Whether long work is told of while it goes on.
  package var showsProgress = false

  /// How a run speaks, with the colours spelt out.
  package init(
    isJSON: Bool = false, verbosity: Verbosity = .normal, logFormat: LogFormat = .text,
    colorsAnswers: Bool = false, colorsMessages: Bool = false, traceID: String = ""
  ) {
    self.isJSON = isJSON
    self.verbosity = verbosity
    self.logFormat = logFormat
    self.colorsAnswers = colorsAnswers
    self.colorsMessages = colorsMessages
    self.traceID = traceID
  }

  /// Decides from the flag, the environment and what is at the ends of both streams how they look.
  package mutating func decideLooks(
    _ choice: ColorChoice, environment: [String: String], outputIsTerminal: Bool, errorIsTerminal: Bool
  ) {
    colorsAnswers = choice.isColored(environment: environment, isTerminal: outputIsTerminal)
    colorsMessages = choice.isColored(environment: environment, isTerminal: errorIsTerminal)
    answersTerminal = outputIsTerminal
    showsProgress =
      errorIsTerminal && environment["TERM"] != "dumb" && logFormat == .text && verbosity >= .normal
  }
}
