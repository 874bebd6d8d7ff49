import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Trust roots in a ledger") struct LedgerTrustTests {
  @Test func `the first entry brings the first root into force`() throws {
    let ledger = try Chronicle()
    try ledger.record(.release, one)
    let entries = try ledger.snapshot().entries
    #expect(entries.map(\.event.kind) == [.trust, .release])
    #expect(entries[0].event.text("digest") == ledger.trust.newest.digest.hex)
    #expect(entries.map(\.signers) == [[try Holder.scribe.publicKey()], [try Holder.cutter.publicKey()]])
  }

  @Test func `what was signed before a change stays valid after it`() throws {
    let ledger = try rotated()
    let snapshot = try ledger.store.snapshot(trusting: Team.chain(Team.first()))
    #expect(
      snapshot.entries.map(\.event.kind) == [
        .trust, .promotionStarted, .promotionSucceeded, .trust, .promotionStarted, .promotionSucceeded,
      ])
    #expect(try snapshot.entries[1].signers == [Holder.pusher.publicKey()])
    #expect(try snapshot.entries[4].signers == [Holder.secondPusher.publicKey()])
    #expect(snapshot.trust.current.version == 2)
  }

  @Test func `after a change the old key says nothing more`() throws {
    let ledger = try rotated()
    var entries = try ledger.entries()
    entries[4] = try Forgery.resigned(entries[4], by: .pusher)
    let store = try Forgery.store(of: entries, roots: [Team.first(), Team.later()], signedBy: .secondScribe)
    let expected = Flaw(4, .role(.promote("production")))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == expected)
  }

  @Test func `before a change the new key says nothing yet`() throws {
    let ledger = try rotated()
    var entries = try ledger.entries()
    entries[1] = try Forgery.resigned(entries[1], by: .secondPusher)
    let store = try Forgery.store(of: entries, roots: [Team.first(), Team.later()], signedBy: .secondScribe)
    let expected = Flaw(1, .role(.promote("production")))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first(), Team.later())) } == expected)
  }

  @Test func `after a change the old ledger key signs no checkpoint`() throws {
    let entries = try rotated().entries()
    let store = try Forgery.store(of: entries, roots: [Team.first(), Team.later()], signedBy: .scribe)
    #expect(throws: LedgerError.checkpointUntrusted(origin: "acme/shop/ledger")) {
      try store.snapshot(trusting: Team.chain(Team.first()))
    }
  }

  @Test func `one who has the later roots reads the same`() throws {
    let store = try rotated().store
    let early = try store.snapshot(trusting: Team.chain(Team.first()))
    let late = try store.snapshot(trusting: Team.chain(Team.first(), Team.later(), Team.later(3)))
    #expect(early.state == late.state)
    #expect(late.trust.current.version == 3)
  }

  @Test func `two changes at once are followed one by one`() throws {
    let ledger = try Chronicle()
    try ledger.promote(one)
    try ledger.follow(Team.later(), Team.later(3))
    try ledger.promote(two)
    #expect(try ledger.snapshot().entries.filter { $0.event.kind == .trust }.count == 2)
    #expect(try ledger.store.snapshot(trusting: Team.chain(Team.first())).trust.current.version == 3)
  }

  @Test func `a release is judged for ever by the root of its place`() throws {
    let ledger = try Chronicle()
    try ledger.record(.release, one)
    try ledger.follow(Team.later())
    try ledger.record(.release, two)
    #expect(try ledger.state().releases.map(\.rootVersion) == [1, 2])
    #expect(try ledger.snapshot().rootDraft(at: Chronicle.start, actor: "ci") == nil)
  }

  @Test func `a root that is not in the store cannot come into force`() throws {
    let store = try rotated().store
    store.files[LedgerPath.root(version: 2)] = nil
    #expect(
      flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == Flaw(3, .trustRoot(version: 2)))
  }

  @Test func `a root that the one before did not sign cannot come into force`() throws {
    let store = try rotated().store
    var root = try Team.later()
    root.roles[.root] = .init(keyIDs: [try Holder.ann.publicKey().keyID], threshold: 1)
    store.files[LedgerPath.root(version: 2)] = try Team.file(of: root, signedBy: .ann)
    let expected = Flaw(3, .trustChain(.notSignedByPrevious(version: 2)))
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == expected)
  }

  @Test func `another root than the entry names cannot come into force`() throws {
    let store = try rotated().store
    var root = try Team.later()
    root.expires = Chronicle.start
    store.files[LedgerPath.root(version: 2)] = try Team.file(of: root)
    #expect(
      flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == Flaw(3, .trustRoot(version: 2)))
  }

  @Test(
    arguments: [
      (#""version":2"#, #""version":1"#, .trustRoot(version: 1)),
      (#""version":2"#, #""version":0"#, .trustRoot(version: 1)),
      (#""version":2"#, #""version":-1"#, .trustRoot(version: 1)),
      (#""version":2"#, #""version":"2""#, .trustRoot(version: 1)),
      (#""version":2"#, #""version":9223372036854775807"#, .trustRoot(version: 3)),
      (#""digest":"#, #""sha256":"#, .event(.field("subject", value: "trust"))),
    ] as [(String, String, LedgerViolation.Fault)])
  func `an entry must name the next root`(old: String, new: String, fault: LedgerViolation.Fault) throws {
    var entries = try rotated().entries()
    // The subject has a digest too: only what the event says in detail is changed.
    entries[3] = try Forgery.resigned(entries[3], by: .secondScribe) { text in
      let detail = try #require(text.firstRange(of: #""detail":"#)).lowerBound
      return String(text[..<detail]) + (try edit(String(text[detail...]), old, new))
    }
    let store = try Forgery.store(of: entries, roots: [Team.first(), Team.later()], signedBy: .secondScribe)
    #expect(flaw { try store.snapshot(trusting: Team.chain(Team.first())) } == Flaw(3, fault))
  }

  @Test func `a verifier whose trust begins later does not take the ledger's word for what was before`()
    throws
  {
    let store = try rotated().store
    let late = try TrustChain(anchor: Team.file(of: Team.later()))
    #expect(flaw { try store.snapshot(trusting: late) } == Flaw(0, .trustRoot(version: 1)))
  }

  /// A ledger with a promotion before and one after a change of the trust root.
  private func rotated() throws -> Chronicle {
    let ledger = try Chronicle()
    try ledger.promote(one)
    try ledger.follow(Team.later())
    try ledger.promote(two)
    return ledger
  }
}

extension Chronicle {
  /// Goes on under later roots.
  fileprivate func follow(_ roots: TrustRoot...) throws {
    for root in roots { try trust.append(Team.file(of: root)) }
    (scribe, pusher) = (.secondScribe, .secondPusher)
  }
}
