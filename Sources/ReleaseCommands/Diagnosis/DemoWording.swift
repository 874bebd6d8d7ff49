internal import ReleaseConsole

/// The words for a demo that did not come out.
enum DemoWording {
  static func diagnostic(of failure: DemoFailure) -> Diagnostic {
    switch failure {
    case .notRun(let words, let reason):
      Diagnostic(
        code: "demo_failed", problem: "`\(words[0])` could not be run: \(reason)",
        hints: ["install it: the demo needs git, tar and openssl"],
        exit: .environment)
    case .otherwise(let command, let ended, let expected):
      Diagnostic(
        code: "demo_failed", problem: "`\(command)` ended with \(ended), expected \(expected)",
        hints: ["please report it with what stands above"], exit: .refused)
    }
  }
}
