package import StrictJSON

/// Why a command did not do what it was asked, in words for people and a code for programs.
package struct Diagnostic: Error, Hashable, Sendable {
  /// The stable name of the reason, in snake case: `threshold_not_met`.
  package let code: String
  /// What is wrong, with the exact file, key or version; no capital, no final period.
  package let problem: String
  /// Why, all reasons, the worst first.
  package let because: [String]
  /// What to type next, the most useful last: it stays on the screen.
  package let hints: [String]
  /// The status that the program ends with.
  package let exit: ExitCode

  /// A reason in words.
  package init(code: String, problem: String, because: [String] = [], hints: [String] = [], exit: ExitCode) {
    self.code = code
    self.problem = problem
    self.because = because
    self.hints = hints
    self.exit = exit
  }

  /// The `error` member of a failure document.
  package var json: JSONObject {
    [
      "code": .string(code), "message": .string(problem), "because": JSONValue(because),
      "hints": JSONValue(hints),
    ]
  }

  /// Returns the failure document: what the command found out, the error beside it, and the exit code.
  package func document(around report: JSONObject = [:]) -> JSONObject {
    var document: JSONObject = ["schema": 1]
    document.append(contentsOf: report)
    document["error"] = .object(json)
    document["exit_code"] = .integer(Int64(exit.rawValue))
    return document
  }
}
