import ReleaseManifests
import ReleasePlanning
import ReleaseSigning
import SemanticVersions
import Testing

@testable import ReleaseLedger

/// Returns the version that a rollback goes to.
private func target(_ lane: Lane, yanked: [Version] = [], version: Version? = nil) throws -> Version {
  let yanked = Dictionary(uniqueKeysWithValues: yanked.map { (Digest.sha($0), "leaks") })
  return try RollbackChoice(lane, yanked: yanked).target(version: version).version
}

@Suite("Rollback choice")
struct RollbackChoiceTests {
  @Test func `a rollback goes to the release before`() throws {
    #expect(try target(Lane("1.0.0", "1.1.0", "1.2.0")) == "1.1.0")
  }

  @Test func `a release that was withdrawn is passed over`() throws {
    #expect(try target(Lane("1.0.0", "1.1.0", "1.2.0"), yanked: ["1.1.0"]) == "1.0.0")
  }

  @Test func `a release that was promoted twice is not its own predecessor`() throws {
    #expect(try target(Lane("1.0.0", "1.1.0", "1.1.0")) == "1.0.0")
  }

  @Test func `a promotion that is open goes back to what the ledger proves`() throws {
    var lane = Lane("1.0.0", "1.1.0")
    lane.begin("op-1", "1.2.0")
    #expect(try target(lane) == "1.1.0")
  }

  @Test func `a promotion that is open does not go back to what was withdrawn`() throws {
    var lane = Lane("1.0.0", "1.1.0")
    lane.begin("op-1", "1.2.0")
    #expect(try target(lane, yanked: ["1.1.0"]) == "1.0.0")
  }

  @Test func `an environment in trouble goes back to what the ledger proves`() throws {
    #expect(try target(.inTrouble("1.0.0", "1.1.0")) == "1.1.0")
  }

  @Test func `a version can be named`() throws {
    let lane = Lane("1.0.0", "1.1.0", "1.2.0")
    #expect(try target(lane, version: "1.0.0") == "1.0.0")
  }

  @Test func `where nothing runs there is nothing to go back from`() {
    #expect(throws: RollbackRefusal.nothingRuns) { try target(Lane()) }
    #expect(throws: RollbackRefusal.nothingRuns) { try target(Lane(), version: "1.0.0") }
  }

  @Test func `a first release has nothing before it`() {
    #expect(throws: RollbackRefusal.nothingBefore(current: "1.0.0", yanked: [])) { try target(Lane("1.0.0")) }
  }

  @Test func `when all before were withdrawn they are named`() {
    #expect(throws: RollbackRefusal.nothingBefore(current: "1.1.0", yanked: ["1.0.0"])) {
      try target(Lane("1.0.0", "1.1.0"), yanked: ["1.0.0"])
    }
  }

  @Test func `a version that was never healthy there is refused`() {
    #expect(throws: RollbackRefusal.neverHealthy("1.0.5")) {
      try target(Lane("1.0.0", "1.1.0"), version: "1.0.5")
    }
  }

  @Test func `a version that was withdrawn is refused`() {
    #expect(throws: RollbackRefusal.yanked("1.0.0", reason: "leaks")) {
      try target(Lane("1.0.0", "1.1.0"), yanked: ["1.0.0"], version: "1.0.0")
    }
  }
}
