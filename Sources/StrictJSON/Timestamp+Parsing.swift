extension Timestamp {
  /// Reads an RFC 3339 date-time and nothing around it: `2026-11-21T03:20:11Z`, or an offset such as
  /// `+01:00`, which is taken off. A fraction of a second is allowed and dropped.
  ///
  /// - Throws: `TimeError.badForm` for junk, lower-case `t` or `z`, a missing digit; `.noSuchTime` for
  ///   30 February, 24:00:00, a leap second, an offset of 24 hours, or an instant outside the years
  ///   0000–9999.
  package init(parsing text: String) throws(TimeError) {
    var fields = TimestampFields(text)
    guard let local = fields.localTime(), let offset = fields.offset(), fields.isAtEnd else {
      throw .badForm(text)
    }
    guard let instant = local.secondsSinceEpoch, let east = offset.secondsEast else {
      throw .noSuchTime(text)
    }
    guard (Self.earliest.secondsSinceEpoch...Self.latest.secondsSinceEpoch).contains(instant - east) else {
      throw .noSuchTime(text)
    }
    self.init(secondsSinceEpoch: instant - east)
  }
}

/// Reads the fields of a date-time from left to right; `nil` where the form is another.
private struct TimestampFields {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func localTime() -> LocalTime? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), take("T"),
      let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2), fraction()
    else { return nil }
    return LocalTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  mutating func offset() -> Offset? {
    if take("Z") { return Offset(sign: 1, hour: 0, minute: 0) }
    let isEast = take("+")
    guard isEast || take("-"), let hour = number(2), take(":"), let minute = number(2) else { return nil }
    return Offset(sign: isEast ? 1 : -1, hour: hour, minute: minute)
  }

  /// Reads a fraction where there is one; returns `false` for a point without digits.
  private mutating func fraction() -> Bool {
    guard take(".") else { return true }
    let digits = rest.prefix(while: isDigit)
    rest = rest[digits.endIndex...]
    return !digits.isEmpty
  }

  private mutating func number(_ width: Int) -> Int64? {
    let digits = rest.prefix(width)
    guard digits.count == width, digits.allSatisfy(isDigit) else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

private struct LocalTime {
  let year, month, day, hour, minute, second: Int64

  /// The seconds as if the time were UTC; `nil` when there is no such time.
  var secondsSinceEpoch: Int64? {
    guard let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60, second < 60 else {
      return nil
    }
    return ((date.daysSinceEpoch * 24 + hour) * 60 + minute) * 60 + second
  }
}

private struct Offset {
  let sign, hour, minute: Int64

  var secondsEast: Int64? { hour < 24 && minute < 60 ? sign * (hour * 60 + minute) * 60 : nil }
}
