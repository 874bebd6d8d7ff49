import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

/// What holds even against the keys of the role: a ledger that says it is refused by its readers, and not written.
@Suite("Operations that do not follow") struct OperationFaultTests {
  private let ledger: Chronicle

  /// Production runs the first release.
  init() throws {
    ledger = try Chronicle()
    try ledger.promote(one)
  }

  @Test(arguments: [EventKind.promotionStarted, .rollbackStarted])
  func `nothing begins while an operation is open`(kind: EventKind) throws {
    try ledger.record(.promotionStarted, two, in: "production", operation: "open")
    let second = flaw { try ledger.record(kind, one, in: "production", operation: "second") }
    #expect(second == Flaw(4, .operationOpen("open")))
  }

  @Test(arguments: [
    EventKind.step, .promotionSucceeded, .promotionFailed, .rollbackSucceeded, .rollbackFailed,
  ])
  func `nothing goes on that has not begun`(kind: EventKind) throws {
    let orphan = flaw { try ledger.record(kind, one, in: "production", operation: "op-1") }
    #expect(orphan == Flaw(3, .operationUnknown("op-1")))
  }

  @Test(arguments: [EventKind.step, .promotionSucceeded, .promotionFailed])
  func `an operation goes on under its own name only`(kind: EventKind) throws {
    try ledger.record(.promotionStarted, two, in: "production", operation: "open")
    let other = flaw { try ledger.record(kind, two, in: "production", operation: "Open") }
    #expect(other == Flaw(4, .operationUnknown("Open")))
  }

  @Test(arguments: [
    (EventKind.promotionStarted, EventKind.rollbackSucceeded), (.promotionStarted, .rollbackFailed),
    (.rollbackStarted, .promotionSucceeded), (.rollbackStarted, .promotionFailed),
  ]) func `an operation ends as what it began as`(start: EventKind, end: EventKind) throws {
    try ledger.record(start, one, in: "production", operation: "open")
    let other = flaw { try ledger.record(end, one, in: "production", operation: "open") }
    #expect(other == Flaw(4, .operationUnknown("open")))
  }

  @Test func `an operation succeeds with the release that it began with`() throws {
    try ledger.record(.promotionStarted, two, in: "production", operation: "open")
    let other = flaw { try ledger.record(.promotionSucceeded, three, in: "production", operation: "open") }
    #expect(other == Flaw(4, .operationUnknown("open")))
  }

  @Test func `an operation of one environment is not open in another`() throws {
    try ledger.record(.promotionStarted, two, in: "production", operation: "open")
    let other = flaw { try ledger.record(.promotionSucceeded, two, in: "staging", operation: "open") }
    #expect(other == Flaw(4, .operationUnknown("open")))
  }

  @Test func `there is no way back to what never ran`() throws {
    let forward = flaw { try ledger.record(.rollbackStarted, two, in: "production", operation: "x") }
    #expect(forward == Flaw(3, .neverHealthy(two)))
  }

  @Test func `there is no way back to what was tried and failed`() throws {
    try ledger.fail(two, ["restored": true])
    let failed = flaw { try ledger.record(.rollbackStarted, two, in: "production", operation: "x") }
    #expect(failed == Flaw(5, .neverHealthy(two)))
  }

  @Test func `a reader refuses it too`() throws {
    try ledger.rollBack(to: one)
    var entries = try ledger.entries()
    entries[3] = try Forgery.resigned(entries[3], by: .pusher) {
      $0.replacing(one.manifestDigest.hex, with: two.manifestDigest.hex).replacing("1.0.0", with: "2.0.0")
    }
    let store = try Forgery.store(of: Array(entries[...3]), roots: [Team.first()])
    let expected = Flaw(3, .neverHealthy(two))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == expected)
  }

  @Test func `what was refused has left nothing in the store`() throws {
    let before = ledger.store.files
    #expect(flaw { try ledger.record(.rollbackStarted, two, in: "production", operation: "x") } != nil)
    #expect(ledger.store.files == before)
  }
}
