/// A second in UTC between the years 0000 and 9999, the instants that RFC 3339 can write.
package struct Timestamp: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let secondsSinceEpoch: Int64

  /// The first instant, `0000-01-01T00:00:00Z`.
  package static let earliest = Timestamp(secondsSinceEpoch: -62_167_219_200)
  /// The last instant, `9999-12-31T23:59:59Z`.
  package static let latest = Timestamp(secondsSinceEpoch: 253_402_300_799)

  /// An instant; one before the first or after the last is brought to it, so that each can be written.
  package init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = min(max(secondsSinceEpoch, -62_167_219_200), 253_402_300_799)
  }

  /// Returns the instant that lies a span later (earlier for a negative one), stopping at the last (first).
  package func advanced(by span: TimeSpan) -> Timestamp {
    let (sum, overflows) = secondsSinceEpoch.addingReportingOverflow(span.seconds)
    return overflows ? (span.seconds < 0 ? .earliest : .latest) : Timestamp(secondsSinceEpoch: sum)
  }

  /// Returns the seconds from another instant to this one, negative when this one is earlier.
  package func seconds(since other: Timestamp) -> Int64 { secondsSinceEpoch - other.secondsSinceEpoch }

  /// Returns the span from another instant to this one, negative when this one is earlier.
  package func span(since other: Timestamp) -> TimeSpan { TimeSpan(seconds: seconds(since: other)) }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}

extension Timestamp: CustomStringConvertible {
  /// The form of RFC 3339 in UTC: `2026-11-21T03:20:11Z`.
  package var description: String {
    let second = secondsSinceEpoch - daysSinceEpoch * 86_400
    return "\(day)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
  }

  /// The date in UTC: `2026-11-21`.
  package var day: String {
    let date = CivilDate(daysSinceEpoch: daysSinceEpoch)
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// Whole days, rounded down before 1970, too.
  private var daysSinceEpoch: Int64 {
    (secondsSinceEpoch - (secondsSinceEpoch < 0 ? 86_399 : 0)) / 86_400
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
