/// Counts the measurements of one check and says when it is decided.
package struct CheckTally: Hashable, Sendable {
  private let policy: CheckPolicy
  private var measured = 0
  private var failures = 0
  private var errorsInARow = 0
  private var waited = 0

  /// Begins to count.
  package init(policy: CheckPolicy) { self.policy = policy }

  /// Takes in a measurement and returns the check's outcome once it is decided, nil when another one is due.
  ///
  /// Limits are passed only by more than they allow; a good measurement forgives the errors before it. An error is no
  /// measurement, so the count goes on without it.
  package mutating func record(_ outcome: CheckOutcome) -> CheckOutcome? {
    switch outcome {
    case .error: return recordError()
    case .noData where policy.noData == .wait: return recordWait()
    case .noData where policy.noData == .fail, .fail: failures += 1
    case .pass, .noData: break
    }
    errorsInARow = 0
    measured += 1
    if failures > policy.failureLimit { return outcome == .noData ? .noData : .fail }
    return measured >= max(1, policy.count) ? .pass : nil
  }

  private mutating func recordError() -> CheckOutcome? {
    errorsInARow += 1
    return errorsInARow > policy.consecutiveErrorLimit ? .error : nil
  }

  /// Waiting for data ends: a service that stays silent for ten times the planned measurements has none.
  private mutating func recordWait() -> CheckOutcome? {
    waited += 1
    return waited > 10 * max(1, policy.count) ? .noData : nil
  }
}
