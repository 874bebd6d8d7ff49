import Foundation
import Rollouts
import Testing
import WorldSupport

@Suite("Command checks")
struct CommandCheckTests {
  private let examination = Examination()

  @Test func `a program that ends with 0 passes`() async throws {
    let result = try await examination.result("command: ['true']")
    #expect(result == CheckResult(name: "true", outcome: .pass, detail: "exit 0"))
  }

  @Test func `a program that ends otherwise fails, with what it said`() async throws {
    let result = try await examination.result("command: ['sh', '-c', 'echo out; echo broken >&2; exit 3']")
    #expect(result.outcome == .fail)
    #expect(result.detail == "exit 3: out\nbroken\n")
  }

  @Test func `a program that a signal ends fails`() async throws {
    let result = try await examination.result("command: ['sh', '-c', 'kill -9 $$']")
    #expect(result == CheckResult(name: "sh", outcome: .fail, detail: "ended by signal 9"))
  }

  @Test func `a program that does not end in time fails`() async throws {
    let begin = Date()
    let result = try await examination.result("command: ['sleep', '20'], timeout: '1s'")
    #expect(result.outcome == .fail)
    #expect(result.detail.contains("1.0 s"))
    #expect(Date().timeIntervalSince(begin) < 10)
  }

  @Test func `a program that is not there could not be measured`() async throws {
    let result = try await examination.result("command: ['/no/such/program']")
    #expect(result.outcome == .error)
    #expect(result.detail.contains("/no/such/program"))
    #expect(examination.clock.waited == [1, 1, 1, 1])
  }

  @Test func `a program finds its variables and no others`() async throws {
    var examination = Examination()
    examination.variables["RELEASE_VERSION"] = "1.5.0"
    #expect(
      try await examination.result("command: ['sh', '-c', 'test $RELEASE_VERSION = 1.5.0']").outcome == .pass)
    #expect(try await examination.result("command: ['sh', '-c', 'test -z \"$HOME\"']").outcome == .pass)
  }

  @Test func `a check goes by its name, or else by its program's`() async throws {
    #expect(try await examination.result("command: ['/usr/bin/env', 'true']").name == "env")
    #expect(try await examination.result("command: ['true'], name: 'smoke'").name == "smoke")
  }
}

@Suite("Repeated checks")
struct RepeatedCheckTests {
  private let examination = Examination()
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A command that counts its runs and fails on some of them.
  private func failing(on runs: String) -> String {
    let script =
      "echo >>\(scratch.at("runs")); n=$(wc -l <\(scratch.at("runs"))); case $n in \(runs)) exit 1;; esac"
    return "command: ['sh', '-c', '\(script)']"
  }

  private var runs: Int { get throws { try scratch.text("runs").count } }

  @Test func `a check is measured as often as it says, with its interval between`() async throws {
    #expect(try await examination.result("\(failing(on: "none")), count: 3, interval: '7s'").outcome == .pass)
    #expect(try runs == 3)
    #expect(examination.clock.waited == [7, 7])
  }

  @Test func `a check ends with the failure that is one too many`() async throws {
    let result = try await examination.result("\(failing(on: "1|3")), count: 9, failure_limit: 1")
    #expect(result.outcome == .fail)
    #expect(try runs == 3)
  }

  @Test func `failures within the limit are forgiven`() async throws {
    #expect(
      try await examination.result("\(failing(on: "1|3")), count: 4, failure_limit: 2").outcome == .pass)
    #expect(try runs == 4)
  }

  @Test func `every check is measured, also after one that fails`() async throws {
    let results = try await examination.results("{ command: ['false'] }, { command: ['true'] }")
    #expect(results.map(\.outcome) == [.fail, .pass])
    #expect(results.map(\.name) == ["false", "true"])
  }

  @Test func `without checks there are no results`() async throws {
    #expect(try await examination.results("") == [])
  }
}
