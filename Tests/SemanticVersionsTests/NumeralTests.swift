import SemanticVersions
import Testing

@Suite("Numbers of any length")
struct NumeralTests {
  /// Around every place where the way a number is kept could change.
  static let ascending =
    [
      "0", "1", "9", "10", "99", "999999998", "999999999", "1000000000", "1000000001", "4294967295",
      "4294967296",
    ]
    + ["9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616"]
    + [String(repeating: "9", count: 40), "1" + String(repeating: "0", count: 40)]

  static func version(_ number: String) throws -> Version { try Version(parsing: "0.0.\(number)") }

  @Test func `numbers order by value`() throws {
    let numbers = try Self.ascending.map { try Self.version($0).patch }
    for (index, number) in numbers.enumerated() {
      for later in numbers.dropFirst(index + 1) {
        #expect(number < later && !(later < number) && number != later)
      }
      #expect(!(number < number))
    }
  }

  @Test(arguments: [0, 1, 999_999_999, 1_000_000_000, 4_294_967_296, Int.max])
  func `a number is the same however it was made`(value: Int) throws {
    let parsed = try Self.version(String(value)).patch
    #expect(parsed == Numeral(value) && parsed.hashValue == Numeral(value).hashValue)
    #expect(parsed.digits == String(value))
  }

  @Test(arguments: ascending)
  func `the next number is one more`(number: String) throws {
    let next = try Self.version(number).bumped(by: .patch).patch
    #expect(next.digits == Self.sum(number))
    #expect(try next > Self.version(number).patch && next == Self.version(next.digits).patch)
  }

  /// One more than a number, by hand.
  private static func sum(_ digits: String) -> String {
    let nines = digits.reversed().prefix { $0 == "9" }.count
    let head = digits.dropLast(nines)
    let raised = (head.last?.wholeNumberValue).map { "\(head.dropLast())\($0 + 1)" } ?? "1"
    return raised + String(repeating: "0", count: nines)
  }
}
