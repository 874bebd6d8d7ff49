/// What one measurement says.
///
/// Four answers, not two: nothing measured is no success, and a broken thermometer is no fever.
package enum CheckOutcome: String, Hashable, Sendable, CaseIterable, Comparable {
  /// It was measured and is good.
  case pass
  /// There was nothing to measure.
  case noData = "no_data"
  /// It could not be measured.
  case error
  /// It was measured and is bad.
  case fail

  package static func < (left: CheckOutcome, right: CheckOutcome) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// What a check came to.
package struct CheckResult: Hashable, Sendable {
  /// What the check is called.
  package let name: String
  /// How it ended.
  package let outcome: CheckOutcome
  /// What was seen, for people.
  package let detail: String

  /// Makes a result.
  package init(name: String, outcome: CheckOutcome, detail: String) {
    self.name = name
    self.outcome = outcome
    self.detail = detail
  }
}
