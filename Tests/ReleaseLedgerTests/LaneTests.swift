import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing

@Suite("What runs where") struct LaneTests {
  private let ledger: Chronicle

  init() throws { ledger = try Chronicle() }

  @Test func `where nothing was promoted nothing runs`() throws {
    try ledger.record(.release, one)
    #expect(try ledger.lane().current == nil)
    #expect(try ledger.lane() == Lane())
  }

  @Test func `a promotion that succeeds is what runs`() throws {
    try ledger.promote(one)
    let placement = try #require(ledger.lane().current)
    #expect(placement.release == one)
    #expect(placement.since == Chronicle.moment(2))
    #expect(placement.actor == "ci")
    #expect(try ledger.lane().operation == nil)
  }

  @Test func `a promotion under way changes nothing yet`() throws {
    try ledger.promote(one)
    try ledger.record(.promotionStarted, two, in: "production", operation: "x")
    let lane = try ledger.lane()
    #expect(lane.current?.release == one)
    let operation = try #require(lane.operation)
    #expect(
      operation.id == "x" && operation.release == two && operation.actor == "ci" && !operation.isRollback)
    #expect(operation.startedAt == Chronicle.moment(3))
    #expect(lane.everHealthy[two] == nil)
  }

  @Test func `what was put there is remembered with the release that it is`() throws {
    let digest = Digest.sha256(Array("files".utf8))
    let detail: JSONObject = ["inventory": .string(digest.hex)]
    try ledger.record(.promotionStarted, one, in: "production", operation: "x", detail: detail)
    #expect(try ledger.lane().operation?.inventory == digest)
    try ledger.record(.promotionSucceeded, one, in: "production", operation: "x")
    #expect(try ledger.lane().everHealthy[one]?.inventory == digest)
  }

  @Test func `a promotion that failed and was restored leaves no trace`() throws {
    try ledger.promote(one)
    let before = try ledger.lane()
    try ledger.fail(two, ["restored": true, "reason": "500"])
    #expect(try ledger.lane() == before)
  }

  @Test(
    arguments: [
      ["restored": false, "reason": "500"], ["reason": "500"], ["restored": "true", "reason": "500"],
    ] as [JSONObject])
  func `a promotion that failed otherwise calls for a person`(detail: JSONObject) throws {
    try ledger.promote(one)
    try ledger.fail(two, detail)
    #expect(try ledger.lane().trouble == "500")
    #expect(try ledger.lane().current?.release == one)
    try ledger.promote(three)
    #expect(try ledger.lane().trouble == nil)
  }

  @Test func `a release that failed was never healthy`() throws {
    try ledger.fail(two, [:])
    try ledger.promote(one)
    #expect(try Set(ledger.lane().everHealthy.keys) == [one])
  }

  @Test func `environments are apart`() throws {
    try ledger.promote(two, to: "staging")
    try ledger.promote(one)
    #expect(try ledger.lane("staging").current?.release == two)
    #expect(try ledger.lane("production").current?.release == one)
    #expect(try ledger.lane("dev") == Lane())
  }

  @Test func `components of one environment are apart, also in their operations`() throws {
    let (api, web) = (
      release(Version(1, 0, 0), component: "api"), release(Version(1, 0, 0), component: "web")
    )
    try ledger.record(.promotionStarted, api, in: "production", operation: "a")
    try ledger.promote(web)
    let environment = try ledger.state().environment("production")
    #expect(environment.lane(of: "api").operation?.id == "a")
    #expect(environment.lane(of: "web").current?.release == web)
    #expect(environment.lane(of: nil) == Lane())
  }
}

extension Chronicle {
  /// The state as a stranger reads it, who has the first trust root only.
  func state() throws -> LedgerState { try store.snapshot(trusting: Team.chain(Team.first())).state }

  /// The lane of the repository's one component.
  func lane(_ environment: String = "production") throws -> Lane {
    try state().environment(environment).lane(of: nil)
  }

  /// Records a promotion that fails.
  func fail(_ release: ReleaseReference, _ detail: JSONObject) throws {
    try record(.promotionStarted, release, in: "production", operation: "failing")
    try record(.promotionFailed, release, in: "production", operation: "failing", detail: detail)
  }
}
