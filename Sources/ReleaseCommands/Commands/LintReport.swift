internal import ConventionalCommits
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// Lints by a project's own rules.
struct Linter {
  private let policy: VersionPolicy
  private let lint: CommitLint

  init(policy: VersionPolicy) {
    self.policy = policy
    lint = CommitLint(rules: policy.rules)
  }

  /// Returns what is to be said; the message of a merge is let through, whatever it says.
  func report(on message: CommitMessage, isMerge: Bool = false) -> LintReport {
    LintReport(
      message: message, problems: isMerge ? [] : lint.problems(in: message),
      isValid: isMerge || lint.isValid(message),
      bump: policy.rules.verdict(on: message).bump)
  }
}

/// What is to be said of one message.
struct LintReport: Sendable {
  let message: CommitMessage
  let problems: [CommitLint.Problem]
  let isValid: Bool
  let bump: Bump

  var document: JSONObject {
    let header = message.header
    var object: JSONObject = [
      "valid": .bool(isValid), "type": JSONValue(header?.type), "scope": JSONValue(header?.scope),
    ]
    object["description"] = JSONValue(header?.description)
    object["breaking"] = .bool(message.isBreaking)
    object["breaking_description"] = JSONValue(message.breakingDescription)
    object["body"] = JSONValue(message.body)
    object["footers"] = .array(message.footers.map(Self.footer))
    object["bump"] = .string(bump.rawValue)
    object["problems"] = .array(problems.map(Self.problem))
    object["warnings"] = .array(message.warnings.map { .string($0.rawValue) })
    return object
  }

  /// The same with the name of the commit before it.
  func document(of commit: String) -> JSONObject {
    var object: JSONObject = ["commit": .string(commit)]
    object.append(contentsOf: document)
    return object
  }

  private static func footer(_ footer: CommitMessage.Footer) -> JSONValue {
    [
      "token": .string(footer.token), "separator": .string(footer.separator.rawValue),
      "value": .string(footer.value),
    ]
  }

  private static func problem(_ problem: CommitLint.Problem) -> JSONValue {
    [
      "code": .string(problem.code.rawValue), "message": .string(LintWording.message(problem.fact)),
      "line": JSONValue(problem.line), "severity": .string("\(problem.severity)"),
    ]
  }

  /// A line for the verdict and one for each problem.
  var lines: [String] {
    let verdict = isValid ? "ok: \(message.subject)" : "not valid: \(message.subject)"
    return [verdict]
      + problems.map { problem in
        "  \(problem.severity): line \(problem.line): \(LintWording.message(problem.fact))"
      }
  }
}
