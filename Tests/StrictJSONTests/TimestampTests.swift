import Foundation
import StrictJSON
import Testing

@Suite("Instants")
struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1), ("2026-11-21T03:20:11Z", 1_795_231_211),
    ("2000-02-29T12:00:00Z", 951_825_600), ("0000-01-01T00:00:00Z", -62_167_219_200),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ])
  func `an instant reads and writes as RFC 3339`(_ text: String, _ seconds: Int64) throws {
    #expect(try Timestamp(parsing: text).secondsSinceEpoch == seconds)
    #expect(Timestamp(secondsSinceEpoch: seconds).description == text)
  }

  @Test(arguments: [
    ("2026-11-21T04:20:11+01:00", "2026-11-21T03:20:11Z"),
    ("2026-01-01T00:00:00+00:01", "2025-12-31T23:59:00Z"),
    ("2025-12-31T20:00:00-05:30", "2026-01-01T01:30:00Z"),
    ("2026-11-21T03:20:11-00:00", "2026-11-21T03:20:11Z"),
    ("2026-11-21T03:20:11.999Z", "2026-11-21T03:20:11Z"), ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"),
  ])
  func `offsets are taken off and fractions dropped`(_ text: String, _ utc: String) throws {
    #expect(try Timestamp(parsing: text).description == utc)
  }

  @Test(arguments: [
    ("lower-case z", "2026-11-21T03:20:11z"), ("lower-case t", "2026-11-21t03:20:11Z"),
    ("space for T", "2026-11-21 03:20:11Z"), ("junk after", "2026-11-21T03:20:11Zjunk"),
    ("newline after", "2026-11-21T03:20:11Z\n"), ("space before", " 2026-11-21T03:20:11Z"),
    ("no offset", "2026-11-21T03:20:11"), ("no seconds", "2026-11-21T03:20Z"),
    ("one digit", "2026-1-21T03:20:11Z"),
    ("offset without colon", "2026-11-21T03:20:11+0100"), ("point without digits", "2026-11-21T03:20:11.Z"),
    ("year 10000", "10000-01-01T00:00:00Z"), ("signed year", "+026-11-21T03:20:11Z"),
    ("only a date", "2026-11-21"), ("full-width digit", "２026-11-21T03:20:11Z"), ("empty", ""),
  ])
  func `another form is refused`(_ mutation: String, _ text: String) {
    #expect(throws: TimeError.badForm(text), "\(mutation)") { try Timestamp(parsing: text) }
  }

  @Test(arguments: [
    ("30 February", "2026-02-30T00:00:00Z"), ("29 February of a common year", "2026-02-29T00:00:00Z"),
    ("29 February of 1900", "1900-02-29T00:00:00Z"), ("31 April", "2026-04-31T00:00:00Z"),
    ("month 13", "2026-13-01T00:00:00Z"), ("month 0", "2026-00-01T00:00:00Z"),
    ("day 0", "2026-01-00T00:00:00Z"),
    ("24:00:00", "2026-11-21T24:00:00Z"), ("minute 60", "2026-11-21T03:60:00Z"),
    ("leap second", "2016-12-31T23:59:60Z"), ("offset of 24 hours", "2026-11-21T03:20:11+24:00"),
    ("offset of 60 minutes", "2026-11-21T03:20:11+00:60"), ("before year 0", "0000-01-01T00:00:00+00:01"),
    ("after year 9999", "9999-12-31T23:59:59-00:01"),
  ])
  func `a time that there is not is refused`(_ mutation: String, _ text: String) {
    #expect(throws: TimeError.noSuchTime(text), "\(mutation)") { try Timestamp(parsing: text) }
  }

  /// A prime step through all ten thousand years meets every month and leap rule.
  @Test func `the calendar is Foundation's, and each day comes back`() throws {
    let style = Date.ISO8601FormatStyle().year().month().day()
    for seconds in stride(from: Int64(-12_219_292_800 + 86_400), to: 253_402_300_799, by: 86_400 * 3571) {
      let instant = Timestamp(secondsSinceEpoch: seconds)
      #expect(instant.day == Date(timeIntervalSince1970: Double(seconds)).formatted(style))
      #expect(try Timestamp(parsing: instant.description) == instant)
    }
  }

  @Test func `arithmetic stops at the first and the last instant`() {
    let now = Timestamp(secondsSinceEpoch: 100)
    #expect(now.advanced(by: .minutes(1)).seconds(since: now) == 60)
    #expect(now.advanced(by: TimeSpan(seconds: .max)) == .latest)
    #expect(now.advanced(by: TimeSpan(seconds: .min)) == .earliest)
    #expect(Timestamp(secondsSinceEpoch: .min) == .earliest)
    #expect(Timestamp.earliest < now)
  }

  @Test func `the span since a later instant is negative`() {
    #expect(Timestamp.earliest.span(since: .latest).description == "-3652424d23h59m59s")
  }
}
