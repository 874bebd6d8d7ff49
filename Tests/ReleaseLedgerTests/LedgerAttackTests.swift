import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing
import TransparencyLog

/// A change of an honest ledger's entries, and where and why the ledger is then refused.
struct Attack: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let flaw: Flaw
  let change: @Sendable (inout [[UInt8]]) throws -> Void

  init(
    _ name: String, _ index: UInt64, _ fault: LedgerViolation.Fault,
    change: @escaping @Sendable (inout [[UInt8]]) throws -> Void
  ) {
    (testDescription, flaw, self.change) = (name, Flaw(index, fault), change)
  }
}

/// Attacks by whoever holds the store and the ledger's own key, but not the key of the role.
///
/// The honest ledger is: 0 the trust root, 1 and 2 releases, 3 to 5 the first release to production with a step between,
/// 6 and 7 the second release to production, 8 and 9 the first release to staging.
@Suite("Attacks on a ledger") struct LedgerAttackTests {
  private static let production = LedgerViolation.Fault.role(.promote("production"))
  private static let staging = LedgerViolation.Fault.role(.promote("staging"))

  static let order = [
    Attack("the trust root removed", 0, .noTrustRoot) { $0.remove(at: 0) },
    Attack("a release removed", 1, .sequence(expected: 2, found: 3)) { $0.remove(at: 1) },
    Attack("a step removed", 4, .sequence(expected: 2, found: 3)) { $0.remove(at: 4) },
    Attack("the beginning of an environment removed", 3, .sequence(expected: 1, found: 2)) {
      $0.remove(at: 3)
    },
    Attack("two entries exchanged", 4, .sequence(expected: 2, found: 3)) { $0.swapAt(4, 5) },
    Attack("two promotions exchanged", 3, .sequence(expected: 1, found: 4)) { entries in
      entries = Array(entries[..<3] + entries[6...7] + entries[3...5] + entries[8...])
    },
    Attack("the trust root in second place", 0, .noTrustRoot) { $0.swapAt(0, 1) },
    Attack("an entry doubled", 6, .sequence(expected: 4, found: 3)) { $0.insert($0[5], at: 6) },
    Attack("an old promotion played again", 10, .sequence(expected: 6, found: 1)) { $0.append($0[3]) },
    Attack("the trust root played again", 10, .trustRoot(version: 1)) { $0.append($0[0]) },
  ]

  static let signers = [
    Attack("a promotion signed by a stranger", 3, production) {
      $0[3] = try Forgery.resigned($0[3], by: .stranger)
    },
    Attack("a promotion signed by nobody that counts", 3, production) {
      $0[3] = try Forgery.resigned($0[3], by: .owner, .cutter, .judge, .scribe, .stager, .ann, .ben)
    },
    Attack("a promotion to production by the key of staging", 3, production) {
      $0[3] = try Forgery.resigned($0[3], by: .stager)
    },
    Attack("a promotion to staging by the key of the others", 8, staging) {
      $0[8] = try Forgery.resigned($0[8], by: .pusher)
    },
    Attack("a release signed by the key that promotes", 1, .role(.release)) {
      $0[1] = try Forgery.resigned($0[1], by: .pusher)
    },
    Attack("a trust root noted by its owner", 0, .role(.ledger)) {
      $0[0] = try Forgery.resigned($0[0], by: .owner)
    },
  ]

  static let words = [
    Attack("another release under the old signature", 5, production) {
      $0[5] = try Forgery.altered($0[5]) {
        $0.replacing(one.manifestDigest.hex, with: two.manifestDigest.hex)
      }
    },
    Attack("another place under the old signature", 10, production) {
      let replayed = try Forgery.altered($0[3]) { try edit($0, #""sequence":1"#, #""sequence":6"#) }
      $0.append(replayed)
    },
    Attack("another environment under the old signature", 8, staging) {
      $0[8] = try Forgery.altered($0[3]) { try edit($0, #""production""#, #""staging""#) }
    },
    Attack("another environment under the key of the first", 8, staging) {
      $0[8] = try Forgery.resigned($0[3], by: .pusher) { try edit($0, #""production""#, #""staging""#) }
    },
    Attack("another project under its keys", 3, .project(expected: "acme/shop", found: "acme/shop2")) {
      $0[3] = try Forgery.resigned($0[3], by: .pusher) { try edit($0, #""acme/shop""#, #""acme/shop2""#) }
    },
  ]

  static let forms = [
    Attack(
      "bytes that are nothing", 4, .envelope(.notJSON(JSONError(offset: 0, reason: .unexpectedByte(0xFF))))
    ) {
      $0[4] = [0xFF]
    },
    Attack("an entry of no bytes", 4, .envelope(.notJSON(JSONError(offset: 0, reason: .unexpectedEnd)))) {
      $0[4] = []
    },
    Attack("a trust root for an event", 4, .envelope(.payloadType(PayloadType.trustRoot))) {
      $0[4] = try Team.file(of: Team.first())
    },
    Attack("a statement that is no event", 4, .event(.field("kind", value: ""))) {
      $0[4] = try Forgery.resigned($0[4], by: .pusher) { try edit($0, #""kind":"#, #""sort":"#) }
    },
    Attack("an event of no known kind", 4, .event(.field("kind", value: "stride"))) {
      $0[4] = try Forgery.resigned($0[4], by: .pusher) {
        try edit($0, #""kind":"step""#, #""kind":"stride""#)
      }
    },
    Attack(
      "a statement of one kind about an event of another", 4,
      .event(.predicateType("urn:release-toolkit:step:v1"))
    ) {
      $0[4] = try Forgery.resigned($0[4], by: .pusher) {
        try edit($0, #""kind":"step""#, #""kind":"promotion_failed""#)
      }
    },
  ]

  @Test(arguments: order + signers + words + forms) func `the entry that breaks it is named`(attack: Attack)
    throws
  {
    var entries = try honest()
    try attack.change(&entries)
    let store = try Forgery.store(of: entries, roots: [Team.first()])
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == attack.flaw)
  }

  @Test func `left as it is the same ledger is read`() throws {
    let store = try Forgery.store(of: honest(), roots: [Team.first()])
    #expect(try store.snapshot(trusting: Team.chain(Team.first())).entries.count == 10)
  }

  @Test func `an event that names another one before it is refused`() throws {
    var entries = try honest()
    let (right, wrong) = (LogHash.leaf(entries[3]), LogHash.leaf(entries[2]))
    entries[4] = try Forgery.resigned(entries[4], by: .pusher) { try edit($0, right.hex, wrong.hex) }
    let store = try Forgery.store(of: entries, roots: [Team.first()])
    let expected = Flaw(4, .previous(expected: right, found: wrong))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == expected)
  }

  @Test func `an event signed again in the middle breaks the chain after it`() throws {
    var entries = try honest()
    let old = LogHash.leaf(entries[3])
    entries[3] = try Forgery.resigned(entries[3], by: .pusher) {
      try edit($0, #""actor":"ci""#, #""actor":"me""#)
    }
    let store = try Forgery.store(of: entries, roots: [Team.first()])
    let expected = Flaw(4, .previous(expected: LogHash.leaf(entries[3]), found: old))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == expected)
  }

  @Test(arguments: [0, 1, 3, 7, Int64.max]) func `a number out of turn is refused`(sequence: Int64) throws {
    var entries = try honest()
    entries[4] = try Forgery.resigned(entries[4], by: .pusher) {
      try edit($0, #""sequence":2"#, #""sequence":\#(sequence)"#)
    }
    let store = try Forgery.store(of: entries, roots: [Team.first()])
    let expected = Flaw(4, .sequence(expected: 2, found: sequence))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == expected)
  }

  @Test func `the ledger of a project is none of another's, though the keys are the same`() throws {
    let store = try Forgery.store(of: honest(), roots: [Team.first()])
    let other = try Team.chain(Team.first(project: "acme/other"))
    #expect(flaw { try store.snapshot(trusting: other) } == Flaw(0, .trustRoot(version: 1)))
  }

  @Test func `an entry of a project is none in another's ledger, though the keys are the same`() throws {
    let other = try Team.first(project: "acme/other")
    let ledger = try Chronicle(trusting: Team.chain(other))
    try ledger.record(.release, one)
    let mixed = [try ledger.entries()[0], try honest()[1]]
    let store = try Forgery.store(of: mixed, roots: [other], origin: "acme/other/ledger")
    let expected = Flaw(1, .project(expected: "acme/other", found: "acme/shop"))
    #expect(flaw { try store.snapshot(trusting: Team.chain(other)) } == expected)
  }

  private func honest() throws -> [[UInt8]] {
    let ledger = try Chronicle()
    try ledger.record(.release, one)
    try ledger.record(.release, two)
    try ledger.record(.promotionStarted, one, in: "production", operation: "first")
    try ledger.record(.step, one, in: "production", operation: "first")
    try ledger.record(.promotionSucceeded, one, in: "production", operation: "first")
    try ledger.promote(two)
    try ledger.promote(one, to: "staging")
    return try ledger.entries()
  }
}
