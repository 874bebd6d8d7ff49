import ReleaseManifests
import ReleasePlanning
import SemanticVersions
import StrictJSON
import Testing

@testable import ReleaseLedger

/// The release that is to go to `prod`.
private let release: Version = "1.5.0"

/// What can be put into its way, one by one.
private enum Hurdle: CaseIterable {
  case yanked, order, age, gate, operation, freeze, soak, approvals

  var code: String {
    switch self {
    case .yanked: "yanked"
    case .order: "order_not_met"
    case .age: "older_than_current"
    case .gate: "gate_missing"
    case .operation: "operation_open"
    case .freeze: "frozen"
    case .soak: "soaking"
    case .approvals: "approvals_missing"
    }
  }

  /// What the environment asks for.
  var rule: String? {
    switch self {
    case .gate: "gates: { coverage: 80 }"
    case .soak: "soak: '30m'"
    case .approvals: "approvals: 1"
    default: nil
    }
  }

  func raise(in state: inout LedgerState) {
    switch self {
    case .yanked: state.yank(release, "leaks")
    case .age: state.change("prod") { $0.prove("2.0.0", since: .ago(.hours(1))) }
    case .operation: state.change("prod") { $0.begin("op-1", "1.4.0") }
    case .freeze: state.freeze("prod", until: Timestamp.now.advanced(by: .hours(1)))
    case .order, .gate, .soak, .approvals: break
    }
  }
}

private func obstacles(_ hurdles: Set<Hurdle>) throws -> [Obstacle] {
  var state = LedgerState()
  let since: TimeSpan = hurdles.contains(.soak) ? .minutes(10) : .hours(2)
  if !hurdles.contains(.order) { state.change("dev") { $0.prove(release, since: .ago(since)) } }
  for hurdle in hurdles { hurdle.raise(in: &state) }
  let rules = (["after: 'dev'"] + hurdles.compactMap(\.rule)).joined(separator: ", ")
  return try PromotionGate(to: environment(rules), state: state, approvers: state.approvers, at: .now)
    .obstacles(to: .of(release))
}

@Suite("Promotion gate")
struct PromotionGateTests {
  @Test func `every combination of obstacles is told whole, what never passes first`() throws {
    for bits in 0..<(1 << Hurdle.allCases.count) {
      let hurdles = Hurdle.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
      // What was never healthy before cannot soak there.
      let expected = hurdles.filter { $0 != .soak || !hurdles.contains(.order) }
      #expect(try obstacles(Set(hurdles)).map(\.code) == expected.map(\.code))
    }
  }

  @Test func `what time or other people can take away is known`() throws {
    let all = try obstacles(Set(Hurdle.allCases).subtracting([.order]))
    #expect(all.filter(\.passes).map(\.code) == ["operation_open", "frozen", "soaking", "approvals_missing"])
    #expect(try obstacles([.order]).contains { $0.passes } == false)
  }

  @Test func `each obstacle says what it is about`() throws {
    #expect(try obstacles([.yanked]) == [.yanked(reason: "leaks")])
    #expect(try obstacles([.order]) == [.orderNotMet(after: "dev")])
    #expect(try obstacles([.age]) == [.olderThanCurrent("2.0.0")])
    #expect(try obstacles([.operation]) == [.operationOpen(id: "op-1", actor: "ada", since: .now)])
    #expect(try obstacles([.soak]) == [.soaking(until: Timestamp.now.advanced(by: .minutes(20)))])
    #expect(try obstacles([.approvals]) == [.approvalsMissing(required: 1, given: 0)])
  }

  @Test func `the release that runs may be promoted again`() throws {
    var state = LedgerState()
    state.change("prod") { $0.prove(release, since: .ago(.hours(1))) }
    #expect(
      try PromotionGate(to: environment(), state: state, approvers: state.approvers, at: .now).obstacles(
        to: .of(release)) == [])
  }

  @Test func `a freeze ends at its moment`() throws {
    var state = LedgerState()
    state.freeze("prod", until: .now)
    #expect(
      try PromotionGate(to: environment(), state: state, approvers: state.approvers, at: .now).obstacles(
        to: .of(release)) == [])
    let before = PromotionGate(
      to: try environment(), state: state, approvers: state.approvers, at: .ago(.seconds(1)))
    #expect(before.obstacles(to: .of(release)) == [.frozen(until: .now, reason: "holidays")])
  }

  @Test func `soaking ends at its moment`() throws {
    var state = LedgerState()
    state.change("dev") { $0.prove(release, since: .ago(.minutes(30))) }
    let soaked = try environment("after: 'dev', soak: '30m'")
    #expect(
      PromotionGate(to: soaked, state: state, approvers: state.approvers, at: .now).obstacles(
        to: .of(release)) == [])
    #expect(
      PromotionGate(to: soaked, state: state, approvers: state.approvers, at: .ago(.seconds(1))).obstacles(
        to: .of(release)
      ).count == 1)
  }

  @Test func `a freeze of another environment does not matter`() throws {
    var state = LedgerState()
    state.freeze("dev", until: Timestamp.now.advanced(by: .hours(1)))
    #expect(
      try PromotionGate(to: environment(), state: state, approvers: state.approvers, at: .now).obstacles(
        to: .of(release)) == [])
  }

  @Test func `approvals count distinct keys`() throws {
    var state = LedgerState()
    let keys = try keys(2)
    let twice = try environment("approvals: 2")
    state.approve("prod", release, by: [keys[0]])
    state.approve("prod", release, by: [keys[0]])
    let missing = PromotionGate(to: twice, state: state, approvers: state.approvers, at: .now).obstacles(
      to: .of(release))
    #expect(missing == [.approvalsMissing(required: 2, given: 1)])
    state.approve("prod", release, by: [keys[1]])
    #expect(
      PromotionGate(to: twice, state: state, approvers: state.approvers, at: .now).obstacles(to: .of(release))
        == [])
  }

  @Test func `approvals of another release or environment do not count`() throws {
    var state = LedgerState()
    state.approve("prod", "1.4.0", by: try keys(1))
    state.approve("dev", release, by: try keys(1))
    let gate = PromotionGate(
      to: try environment("approvals: 1"), state: state, approvers: state.approvers, at: .now)
    #expect(gate.obstacles(to: .of(release)) == [.approvalsMissing(required: 1, given: 0)])
  }
}
