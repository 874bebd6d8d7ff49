/// A length of time in whole seconds, as people write it: `90s`, `30m`, `1h30m`, `7d`.
package struct TimeSpan: Hashable, Sendable {
  /// The length, negative for a span backwards.
  package let seconds: Int64

  /// A span of seconds.
  package init(seconds: Int64) { self.seconds = seconds }

  /// No time at all.
  package static let zero = TimeSpan(seconds: 0)

  /// Returns a span of whole seconds.
  package static func seconds(_ count: Int32) -> TimeSpan { TimeSpan(seconds: Int64(count)) }
  /// Returns a span of whole minutes.
  package static func minutes(_ count: Int32) -> TimeSpan { TimeSpan(seconds: Int64(count) * 60) }
  /// Returns a span of whole hours.
  package static func hours(_ count: Int32) -> TimeSpan { TimeSpan(seconds: Int64(count) * 3600) }
  /// Returns a span of days of 24 hours.
  package static func days(_ count: Int32) -> TimeSpan { TimeSpan(seconds: Int64(count) * 86_400) }
}

extension TimeSpan: Comparable {
  package static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.seconds < right.seconds }
}

extension TimeSpan: CustomStringConvertible {
  /// The units that are not zero, greatest first: `1h30m`, `7d`, `0s`, `-5m`. Reads back as the same span
  /// unless it is negative.
  package var description: String {
    var rest = seconds.magnitude
    var text = ""
    for unit in Unit.allCases where rest >= unit.seconds {
      text += "\(rest / unit.seconds)\(unit.rawValue)"
      rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : (seconds < 0 ? "-" : "") + text
  }

  /// The units, greatest first.
  enum Unit: String, CaseIterable {
    case day = "d"
    case hour = "h"
    case minute = "m"
    case second = "s"

    var seconds: UInt64 {
      switch self {
      case .day: 86_400
      case .hour: 3600
      case .minute: 60
      case .second: 1
      }
    }
  }
}
