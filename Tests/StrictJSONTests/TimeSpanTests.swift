import StrictJSON
import Testing

@Suite("Spans of time")
struct TimeSpanTests {
  @Test(arguments: [
    ("90s", 90, "1m30s"), ("30m", 1800, "30m"), ("24h", 86_400, "1d"), ("7d", 604_800, "7d"),
    ("1h30m", 5400, "1h30m"), ("1d2h3m4s", 93_784, "1d2h3m4s"), ("0s", 0, "0s"), ("007m", 420, "7m"),
    ("9223372036854775807s", Int64.max, "106751991167300d15h30m7s"),
  ])
  func `a span reads and is written with the greatest units`(
    _ text: String, _ seconds: Int64, _ written: String
  ) throws {
    let span = try TimeSpan(parsing: text)
    #expect(span.seconds == seconds)
    #expect(span.description == written)
    #expect(try TimeSpan(parsing: span.description) == span)
  }

  @Test(arguments: [
    ("", TimeError.badSpan("")), ("90", .badSpan("90")), ("m", .badSpan("m")), ("-5m", .badSpan("-5m")),
    ("+5m", .badSpan("+5m")), ("1h30", .badSpan("1h30")), (" 5m", .badSpan(" 5m")),
    ("250ms", .unknownUnit("250ms")),
    ("5M", .unknownUnit("5M")), ("1w", .unknownUnit("1w")), ("5 m", .unknownUnit("5 m")),
    ("1.5h", .unknownUnit("1.5h")),
    ("30m1h", .unitOutOfOrder("30m1h")), ("1m1m", .unitOutOfOrder("1m1m")),
    ("9223372036854775808s", .spanTooLong("9223372036854775808s")),
    ("106751991167301d", .spanTooLong("106751991167301d")),
    ("106751991167300d24h", .spanTooLong("106751991167300d24h")),
  ])
  func `anything else is refused`(_ text: String, _ error: TimeError) {
    #expect(throws: error) { try TimeSpan(parsing: text) }
  }

  @Test func `a span backwards is written with a sign`() {
    #expect(TimeSpan(seconds: -300).description == "-5m")
    #expect(TimeSpan(seconds: .min) < .zero)
    #expect(TimeSpan(seconds: .min).description == "-106751991167300d15h30m8s")
  }

  @Test func `spans are made of units`() {
    #expect(TimeSpan.days(2) == .hours(48))
    #expect(TimeSpan.hours(1) == .minutes(60))
    #expect(TimeSpan.minutes(1) == .seconds(60))
  }
}
