package import Effects
package import ReleasePlanning
package import Rollouts
internal import StrictJSON

/// Measures the checks of an environment.
package struct CheckRunner: Sendable {
  let world: World
  let variables: [String: String]

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - world: the world, in whose folder commands are run.
  ///   - variables: what commands find in their environment.
  package init(world: World, variables: [String: String]) {
    self.world = world
    self.variables = variables
  }

  /// Measures each check as often as its policy says.
  ///
  /// - Throws: `CancellationError` when it is interrupted between two measurements.
  package func run(_ checks: [Check]) async throws(CancellationError) -> [CheckResult] {
    var results: [CheckResult] = []
    for check in checks { results.append(try await run(check)) }
    return results
  }

  private func run(_ check: Check) async throws(CancellationError) -> CheckResult {
    var tally = CheckTally(policy: check.policy)
    while true {
      let measured = await measure(check.probe)
      if let outcome = tally.record(measured.outcome) {
        return CheckResult(name: check.name, outcome: outcome, detail: measured.detail)
      }
      try await world.clock.sleep(for: Double(check.policy.interval.seconds))
    }
  }

  private func measure(_ probe: Check.Probe) async -> Measurement {
    switch probe {
    case .command(let command, let timeout): measure(command, timeout: Double(timeout.seconds))
    case .http(let page): await measure(page)
    case .prometheus: Measurement(.error, "not supported: prometheus")
    }
  }

  private func measure(_ command: [String], timeout: Double) -> Measurement {
    let process = Subprocess(
      argv: command, directory: world.directory, environment: variables, timeout: timeout)
    do {
      let result = try world.subprocesses.run(process)
      return Measurement(result, within: timeout)
    } catch {
      return Measurement(error)
    }
  }
}

/// One look at a check.
struct Measurement: Hashable, Sendable {
  let outcome: CheckOutcome
  let detail: String

  init(_ outcome: CheckOutcome, _ detail: String) {
    self.outcome = outcome
    self.detail = detail
  }

  /// A command's end: 0 is good, another status is bad; one that could not be waited for was not measured.
  init(_ result: SubprocessResult, within timeout: Double) {
    let said = String(decoding: (result.output + result.errorOutput).suffix(500), as: UTF8.self)
    switch result.status {
    case _ where result.didTimeOut: self.init(.fail, "no end within \(timeout) s")
    case .exited(0): self.init(.pass, "exit 0")
    case .exited(let status): self.init(.fail, "exit \(status): \(said)")
    case .signalled(let signal): self.init(.fail, "ended by signal \(signal)")
    }
  }
}
