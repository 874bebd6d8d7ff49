internal import ArgumentSyntax
internal import ReleaseConsole
internal import ReleasePlanning

/// The words for what is wrong with a configuration.
enum ConfigurationWording {
  static func diagnostic(of error: ConfigurationError) -> Diagnostic {
    let place = error.place.map { " (line \($0.line), column \($0.column))" } ?? ""
    let (problem, hints) = words(error)
    return Diagnostic(
      code: "configuration", problem: "the configuration is wrong\(place): \(problem)", hints: hints,
      exit: .usage)
  }

  private static func words(_ error: ConfigurationError) -> (String, [String]) {
    switch error.problem {
    case .syntax(let message):
      ("it is no JSON: \(message)", ["comments and trailing commas are fine; quotes and brackets must match"])
    case .repeatedKey(let key): ("`\(key)` stands twice", ["keep one of them"])
    case .value(let text, let expected): ("`\(error.path)` is `\(text)`", ["expected: \(expected)"])
    case .name(let name, let expected): ("`\(error.path)`: `\(name)`", ["expected: \(expected)"])
    case .part(let text, let known):
      (
        text.isEmpty ? "`\(error.path)` lacks its kind" : "`\(error.path)` is `\(text)`, which is not known",
        suggestions(text, known)
      )
    case .shape(let problem): FormatWording.shape(problem, at: error.path)
    }
  }

  private static func suggestions(_ text: String, _ known: [String]) -> [String] {
    (nearest(to: text, among: known).map { ["did you mean `\($0)`?"] } ?? []) + [
      "it is one of \(known.joined(separator: ", "))"
    ]
  }
}
