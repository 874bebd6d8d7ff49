package import StrictJSON

/// How often a check is measured and how much it may miss.
package struct CheckPolicy: Hashable, Sendable {
  /// The time between two measurements.
  package var interval: TimeSpan
  /// The number of measurements.
  package var count: Int
  /// How many measurements may be bad; one more ends the check.
  package var failureLimit: Int
  /// How many measurements in a row may go wrong; one more ends the check.
  package var consecutiveErrorLimit: Int
  /// What a measurement without data counts as.
  package var noData: NoData

  /// What a measurement without data counts as.
  package enum NoData: String, CaseIterable, Hashable, Sendable {
    case fail, pass, wait
  }

  /// Makes a policy; the defaults measure once and forgive nothing but four errors in a row.
  package init(
    interval: TimeSpan = .seconds(1), count: Int = 1, failureLimit: Int = 0, consecutiveErrorLimit: Int = 4,
    noData: NoData = .fail
  ) {
    self.interval = interval
    self.count = count
    self.failureLimit = failureLimit
    self.consecutiveErrorLimit = consecutiveErrorLimit
    self.noData = noData
  }
}
