import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("Rollbacks in the ledger") struct RollbackTests {
  private let ledger: Chronicle

  init() throws {
    ledger = try Chronicle()
    for release in [one, two, three] { try ledger.promote(release) }
  }

  @Test func `the way back leads to the release before`() throws {
    #expect(try ledger.target() == two)
  }

  @Test func `a second rollback goes further back`() throws {
    try ledger.rollBack(to: two)
    #expect(try ledger.lane().proven.map(\.release) == [one, two])
    #expect(try ledger.target() == one)
    try ledger.rollBack(to: one)
    #expect(try ledger.lane().current?.release == one)
    #expect(try ledger.target() == nil)
  }

  @Test func `a rollback may pass over a release`() throws {
    try ledger.rollBack(to: one)
    #expect(try ledger.lane().proven.map(\.release) == [one])
  }

  @Test func `after a rollback the next promotion is put on top`() throws {
    let four = release(Version(4, 0, 0))
    try ledger.rollBack(to: two)
    try ledger.promote(four)
    #expect(try ledger.lane().proven.map(\.release) == [one, two, four])
    #expect(try ledger.target() == two)
  }

  @Test func `what was rolled back from was healthy once and may come back`() throws {
    try ledger.rollBack(to: one)
    try ledger.rollBack(to: three)
    #expect(try ledger.lane().proven.map(\.release) == [one, three])
  }

  @Test func `a release restored runs since its return`() throws {
    try ledger.rollBack(to: two)
    #expect(try ledger.lane().current?.since == Chronicle.moment(8))
  }

  @Test func `a withdrawn release is passed over`() throws {
    try ledger.record(.yank, two, detail: ["reason": "leaks"])
    #expect(try ledger.target() == one)
    try ledger.record(.yank, one)
    #expect(try ledger.target() == nil)
  }

  @Test func `the same release promoted again is no way back`() throws {
    try ledger.promote(three)
    #expect(try ledger.lane().proven.map(\.release) == [one, two, three, three])
    #expect(try ledger.target() == two)
  }

  @Test func `a rollback under way is known as one`() throws {
    try ledger.record(.rollbackStarted, two, in: "production", operation: "x")
    #expect(try ledger.lane().operation?.isRollback == true)
    #expect(try ledger.lane().operation?.release == two)
    #expect(try ledger.lane().current?.release == three)
  }

  @Test func `a rollback that failed calls for a person and changes nothing else`() throws {
    try ledger.record(.rollbackStarted, two, in: "production", operation: "x")
    try ledger.record(.rollbackFailed, two, in: "production", operation: "x", detail: ["reason": "no disk"])
    #expect(try ledger.lane().proven.map(\.release) == [one, two, three])
    #expect(try ledger.lane().trouble == "no disk")
    try ledger.rollBack(to: one)
    #expect(try ledger.lane().trouble == nil)
  }

  @Test func `a release that was healthy only elsewhere is no way back`() throws {
    let four = release(Version(4, 0, 0))
    try ledger.promote(four, to: "staging")
    #expect(flaw { try ledger.rollBack(to: four) } == Flaw(9, .neverHealthy(four)))
  }

  @Test func `a version is healthy by its digest, not by its number`() throws {
    let other = ReleaseReference(component: nil, version: Version(2, 0, 0), manifestDigest: .sha256([]))
    #expect(flaw { try ledger.rollBack(to: other) } == Flaw(7, .neverHealthy(other)))
  }
}

extension Chronicle {
  /// Where a rollback of production would go.
  fileprivate func target() throws -> ReleaseReference? {
    try lane().rollbackTarget(excluding: Set(state().yanked.keys))?.release
  }
}
