import Rollouts
import Testing

/// What a check comes to: the outcome, and the measurement that decided it.
struct Tallied: Equatable {
  let outcome: CheckOutcome
  let after: Int
}

extension CheckPolicy {
  /// Tallies measurements by letters: `p`ass, `f`ail, `e`rror, `n`o data; nil when they decide nothing.
  func tally(_ measurements: String) -> Tallied? {
    let letters: [Character: CheckOutcome] = ["p": .pass, "f": .fail, "e": .error, "n": .noData]
    var tally = CheckTally(policy: self)
    for (index, letter) in measurements.enumerated() {
      guard let outcome = letters[letter].flatMap({ tally.record($0) }) else { continue }
      return Tallied(outcome: outcome, after: index + 1)
    }
    return nil
  }
}

@Suite("Check tallies")
struct CheckTallyTests {
  @Test func `one good measurement is enough by default`() {
    #expect(CheckPolicy().tally("p") == Tallied(outcome: .pass, after: 1))
  }

  @Test func `one bad measurement is too many by default`() {
    #expect(CheckPolicy().tally("f") == Tallied(outcome: .fail, after: 1))
  }

  @Test(arguments: [
    ("ffpppppppp", CheckOutcome.pass, 10), ("fff", .fail, 3), ("pfpfpf", .fail, 6), ("ppppppppff", .pass, 10),
  ])
  func `as many may fail as the limit says and not one more`(
    measured: String, outcome: CheckOutcome, after: Int
  ) {
    #expect(
      CheckPolicy(count: 10, failureLimit: 2).tally(measured) == Tallied(outcome: outcome, after: after))
  }

  @Test(arguments: [("eeeep", CheckOutcome.pass, 5), ("eeeee", .error, 5), ("eeefeeeeep", .fail, 4)])
  func `four errors in a row are forgiven by default`(measured: String, outcome: CheckOutcome, after: Int) {
    #expect(CheckPolicy().tally(measured) == Tallied(outcome: outcome, after: after))
  }

  @Test func `a good measurement forgives the errors before it`() {
    let policy = CheckPolicy(count: 3, consecutiveErrorLimit: 1)
    #expect(policy.tally("epepep") == Tallied(outcome: .pass, after: 6))
    #expect(policy.tally("epee") == Tallied(outcome: .error, after: 4))
  }

  @Test func `an error is no measurement`() {
    #expect(CheckPolicy(count: 2).tally("pe") == nil)
    #expect(CheckPolicy(count: 2).tally("pep") == Tallied(outcome: .pass, after: 3))
  }

  @Test func `no data fails by default and says so`() {
    #expect(CheckPolicy().tally("n") == Tallied(outcome: .noData, after: 1))
    #expect(CheckPolicy(count: 3, failureLimit: 1).tally("nf") == Tallied(outcome: .fail, after: 2))
    #expect(CheckPolicy(count: 3, failureLimit: 1).tally("fn") == Tallied(outcome: .noData, after: 2))
  }

  @Test func `no data passes where the policy says so`() {
    #expect(CheckPolicy(count: 2, noData: .pass).tally("nn") == Tallied(outcome: .pass, after: 2))
  }

  @Test func `waiting for data ends after ten times the planned measurements`() {
    let policy = CheckPolicy(count: 2, noData: .wait)
    #expect(policy.tally(String(repeating: "n", count: 20)) == nil)
    #expect(policy.tally(String(repeating: "n", count: 21)) == Tallied(outcome: .noData, after: 21))
    #expect(policy.tally("nnnpp") == Tallied(outcome: .pass, after: 5))
  }

  @Test func `a count of none still measures once`() {
    #expect(CheckPolicy(count: 0).tally("f") == Tallied(outcome: .fail, after: 1))
    #expect(CheckPolicy(count: 0).tally("p") == Tallied(outcome: .pass, after: 1))
  }

  @Test(arguments: CheckPolicy.NoData.allCases, [0, 1, 3])
  func `every row of measurements is decided in the end`(noData: CheckPolicy.NoData, limit: Int) {
    let policy = CheckPolicy(count: 3, failureLimit: limit, consecutiveErrorLimit: limit, noData: noData)
    for unit in ["p", "f", "e", "n", "pe", "ne", "fe", "en", "pfn"] {
      #expect(policy.tally(String(repeating: unit, count: 100)) != nil, "\(unit)")
    }
  }
}
