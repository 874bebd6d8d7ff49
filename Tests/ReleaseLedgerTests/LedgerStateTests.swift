import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import Testing
import TransparencyLog

@Suite("What a ledger amounts to") struct LedgerStateTests {
  private let ledger: Chronicle

  init() throws { ledger = try Chronicle() }

  @Test func `a ledger without a checkpoint is empty`() throws {
    let snapshot = try ledger.snapshot()
    #expect(snapshot.entries.isEmpty)
    #expect(snapshot.checkpoint == nil)
    #expect(snapshot.head.size == 0)
    #expect(snapshot.state.releases.isEmpty && snapshot.state.environments.isEmpty)
    #expect(snapshot.origin == "acme/shop/ledger")
  }

  @Test func `releases are known by version, digest and place`() throws {
    let api = release(Version(1, 0, 0), component: "api")
    try ledger.record(.release, one, detail: ["tag": "v1.0.0"])
    try ledger.record(.release, api)
    let state = try ledger.state()
    #expect(state.releases.map(\.release) == [one, api])
    #expect(state.releases(version: "1.0.0").map(\.index) == [1, 2])
    #expect(state.releases(version: "1.0.0", component: "api").map(\.release) == [api])
    #expect(state.releases(version: "1.0") == [])
    #expect(state.record(of: one.manifestDigest)?.tag == "v1.0.0")
    #expect(state.record(of: two.manifestDigest) == nil)
  }

  @Test func `a release recorded again keeps its first place`() throws {
    try ledger.record(.release, one)
    try ledger.record(.release, one, detail: ["tag": "later"])
    #expect(try ledger.state().releases.map(\.index) == [1])
    #expect(try ledger.state().record(of: one.manifestDigest)?.tag == nil)
  }

  @Test func `a withdrawn release is known with its reason`() throws {
    try ledger.record(.release, one)
    try ledger.record(.yank, one, detail: ["reason": "leaks"])
    #expect(try ledger.state().yanked == [one.manifestDigest: "leaks"])
  }

  @Test func `a freeze holds one environment until it is thawed`() throws {
    try ledger.record(
      .freeze, in: "production", detail: ["until": "2026-03-02T00:00:00Z", "reason": "holiday"])
    let freeze = try #require(ledger.state().environment("production").freeze)
    #expect(freeze.until == (try Timestamp(parsing: "2026-03-02T00:00:00Z")))
    #expect(freeze.reason == "holiday")
    #expect(try ledger.state().environment("staging").freeze == nil)
    try ledger.record(.thaw, in: "production")
    #expect(try ledger.state().environment("production").freeze == nil)
  }

  @Test(
    arguments: [[:], ["until": "tomorrow"], ["until": "2026-02-30T00:00:00Z"], ["until": 0]] as [JSONObject])
  func `a freeze without an end that can be read does not lapse`(detail: JSONObject) throws {
    try ledger.record(.freeze, in: "production", detail: detail)
    #expect(try ledger.state().environment("production").freeze?.until == .latest)
  }

  @Test func `approvals are kept by release with the keys that gave them`() throws {
    try ledger.record(.approval, one, in: "production", by: .ann)
    try ledger.record(.approval, one, in: "production", by: .ben)
    try ledger.record(.approval, two, in: "production", by: .ann, .ben)
    let approvals = try ledger.state().environment("production").approvals
    #expect(
      approvals[one.manifestDigest]?.map(\.keys) == [
        [try Holder.ann.publicKey()], [try Holder.ben.publicKey()],
      ])
    #expect(approvals[one.manifestDigest]?.map(\.at) == [Chronicle.moment(1), Chronicle.moment(2)])
    #expect(
      approvals[two.manifestDigest]?.map(\.keys) == [
        [try Holder.ann.publicKey(), try Holder.ben.publicKey()]
      ])
    #expect(try ledger.state().environment("staging").approvals == [:])
  }

  @Test func `an approval counts only the keys that may approve`() throws {
    try ledger.record(.approval, one, in: "production", by: .ann, .pusher, .stranger)
    let approval = try #require(ledger.state().environment("production").approvals[one.manifestDigest]?.first)
    #expect(approval.keys == [try Holder.ann.publicKey()])
  }

  @Test func `a verdict changes no environment but has its place in the chain`() throws {
    try ledger.record(.gate, one, in: "production", detail: ["verdict": "passed"])
    try ledger.record(.gate, one)
    try ledger.record(.waiver)
    let state = try ledger.state()
    #expect(state.environments == [:])
    #expect(state.nextPlace(in: "production").sequence == 2)
    #expect(state.nextPlace(in: nil).sequence == 4)
    #expect(state.nextPlace(in: "staging").sequence == 1 && state.nextPlace(in: "staging").previous == nil)
  }

  @Test func `each event names the one before it in its own chain`() throws {
    try ledger.promote(one)
    try ledger.promote(one, to: "staging")
    try ledger.record(.release, one)
    let entries = try ledger.snapshot().entries
    #expect(entries.map(\.event.sequence) == [1, 1, 2, 1, 2, 2])
    let hashes = entries.map(\.leafHash)
    #expect(entries.map(\.event.previous) == [nil, nil, hashes[1], nil, hashes[3], hashes[0]])
    #expect(entries.map(\.index) == [0, 1, 2, 3, 4, 5])
  }

  @Test func `what is said beside the point is kept as it was said`() throws {
    let detail: JSONObject = ["note": "caf\u{E9}", "deep": ["list": [1, true, nil]]]
    try ledger.record(.gate, one, detail: detail)
    let event = try #require(ledger.snapshot().entries.last?.event)
    #expect(event.detail == detail)
    #expect(event.text("note") == "caf\u{E9}")
    #expect(event.text("deep") == nil)
  }
}
