/// Why text is no instant and no span of time.
package enum TimeError: Error, Hashable, Sendable {
  /// Not the form `2026-11-21T03:20:11Z`, or something before or after it.
  case badForm(String)
  /// The form is right, but the calendar or the clock has no such day, hour, minute, second or offset.
  case noSuchTime(String)
  /// A span that is not numbers each followed by a unit, such as `90` or `m5`.
  case badSpan(String)
  /// A unit that is none of `d`, `h`, `m` and `s`.
  case unknownUnit(String)
  /// A unit that is repeated or follows a smaller one, as in `30m1h`.
  case unitOutOfOrder(String)
  /// A span of more than 64 bits of seconds.
  case spanTooLong(String)
}
