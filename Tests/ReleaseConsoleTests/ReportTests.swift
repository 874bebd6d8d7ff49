import ReleaseConsole
import StrictJSON
import Testing

@Suite("Reports of failure")
struct ReportTests {
  let diagnostic = Diagnostic(
    code: "threshold_not_met", problem: "manifest `dist/1.4.0.json` has 1 of 2 required signatures",
    because: ["`ci` signed", "`security` has not signed"], hints: ["run `release sign dist/1.4.0.json`"],
    exit: .refused)

  let lines = """
    error: manifest `dist/1.4.0.json` has 1 of 2 required signatures
      because: `ci` signed
      because: `security` has not signed
    hint: run `release sign dist/1.4.0.json`

    """

  @Test(arguments: [Verbosity.quiet, .normal, .verbose])
  func `an error is said with all its reasons, even quietly`(_ verbosity: Verbosity) {
    let capture = Capture(ConsoleOptions(verbosity: verbosity)) { $0.report(diagnostic) }
    #expect(capture.out.isEmpty)
    #expect(capture.error == lines)
  }

  @Test func `silence leaves the exit code`() {
    let capture = Capture(ConsoleOptions(verbosity: .silent)) { $0.report(diagnostic) }
    #expect(capture.out.isEmpty && capture.error.isEmpty)
  }

  @Test func `the failure document has the report, the error and the exit code`() {
    let capture = Capture(ConsoleOptions(isJSON: true)) {
      $0.report(diagnostic, document: ["verified": false])
    }
    #expect(
      capture.out == """
        {
          "schema": 1,
          "verified": false,
          "error": {
            "code": "threshold_not_met",
            "message": "manifest `dist/1.4.0.json` has 1 of 2 required signatures",
            "because": [
              "`ci` signed",
              "`security` has not signed"
            ],
            "hints": [
              "run `release sign dist/1.4.0.json`"
            ]
          },
          "exit_code": 1
        }

        """)
    #expect(capture.error == lines)
  }

  @Test func `a report that names its schema has it once`() {
    #expect(
      diagnostic.document(around: ["schema": 1, "a": 2]).keys == ["schema", "a", "error", "exit_code"])
  }

  @Test func `a logged error is one object with its code`() {
    let diagnostic = Diagnostic(code: "malformed", problem: "p", hints: ["h"], exit: .refused)
    let capture = Capture(ConsoleOptions(logFormat: .json, traceID: "4bf9")) { $0.report(diagnostic) }
    let rest = #""trace_id":"4bf9","code":"malformed","because":[],"hints":["h"]}"#
    #expect(capture.error == #"{"time":"2026-11-21T03:20:11Z","level":"error","message":"p","# + rest + "\n")
  }

  @Test func `a hostile name cannot forge a line`() {
    let diagnostic = Diagnostic(
      code: "x", problem: "bad name `a\nverified: \u{1B}[32mok`", because: ["\u{202E}gpj"], exit: .refused)
    let capture = Capture { $0.report(diagnostic) }
    #expect(capture.error == "error: bad name `a\\u{a}verified: \\u{1b}[32mok`\n  because: \\u{202e}gpj\n")
  }

  @Test func `exit codes are what scripts depend on`() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 70, 130])
    #expect(Set(ExitCode.allCases.map(\.meaning)).count == ExitCode.allCases.count)
  }
}
