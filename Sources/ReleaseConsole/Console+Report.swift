package import StrictJSON

extension Console {
  /// Reports why a command failed: all of it on stderr, and on stdout the failure document when JSON is
  /// asked for.
  /// - Parameter document: What the command found out, which the error is put beside.
  package func report(_ diagnostic: Diagnostic, document: JSONObject? = nil) {
    answer(json: .object(diagnostic.document(around: document ?? [:])))
    guard LogLevel.error.isSaid(at: options.verbosity) else { return }
    switch options.logFormat {
    case .text: lines(of: diagnostic).forEach { writeLine($0.rendered(isColored: options.colorsMessages)) }
    case .json:
      let details: JSONObject = [
        "code": .string(diagnostic.code), "because": JSONValue(diagnostic.because),
        "hints": JSONValue(diagnostic.hints),
      ]
      log(.error, diagnostic.problem, details)
    }
  }

  private func lines(of diagnostic: Diagnostic) -> [Message] {
    [Message("error: ", as: .error) + Message(diagnostic.problem)]
      + diagnostic.because.map { Message("  because: ", as: .faint) + Message($0) }
      + diagnostic.hints.map { Message("hint: ", as: .hint) + Message($0) }
  }
}
