internal import ReleaseConsole
internal import ReleaseManifests

/// The words for what is wrong with trust roots.
enum TrustWording {
  static func diagnostic(of error: TrustSourceError) -> Diagnostic {
    switch error {
    case .missing(let path):
      Diagnostic(
        code: "trust_missing", problem: "there is no trust root: \(path)",
        hints: ["make one with `release trust init`, or name it with `--trust`"], exit: .usage)
    case .invalid(let path, let problem): invalid(path, FormatWording.chain(problem))
    case .notTheNewest(let path, let newest):
      invalid(path, "it is not the same as \(newest).root.json beside it")
    }
  }

  private static func invalid(_ path: String, _ problem: String) -> Diagnostic {
    Diagnostic(
      code: "trust_invalid", problem: "\(path) does not hold: \(problem)",
      hints: ["get it from the project again"],
      exit: .refused)
  }

  static func diagnostic(of error: TrustProblem) -> Diagnostic {
    switch error {
    case .exists(let path):
      Diagnostic(
        code: "trust_exists", problem: "there is a trust root already: \(path)",
        hints: ["show it with `release trust show`"],
        exit: .refused)
    case .threshold(let text):
      Diagnostic(
        code: "usage", problem: "the threshold `\(text)` cannot be met",
        hints: ["from 1 to the number of the role's keys"],
        exit: .usage)
    case .project(let name):
      Diagnostic(
        code: "usage", problem: "`\(name)` cannot be a project's name",
        hints: ["letters, digits and `._-/@`"], exit: .usage)
    }
  }
}
