import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing
import TransparencyLog

@Suite("Writing to a ledger") struct LedgerWritingTests {
  @Test func `what the writer foresees is what readers find`() throws {
    let ledger = try Chronicle()
    try ledger.promote(one)
    let growth = try ledger.record(.yank, one)
    let found = try ledger.store.snapshot(trusting: Team.chain(Team.first()))
    #expect(growth.snapshot.head == found.head)
    #expect(growth.snapshot.state == found.state)
    #expect(growth.snapshot.entries == found.entries)
    #expect(growth.checkpoint == found.checkpoint)
  }

  @Test func `the same events written twice are the same files`() throws {
    let (first, second) = (try Chronicle(), try Chronicle())
    for ledger in [first, second] { try ledger.promote(one) }
    #expect(first.store.files == second.store.files)
  }

  @Test func `no new file changes what an older checkpoint says`() throws {
    let ledger = try Chronicle()
    try ledger.promote(one)
    let (checkpoint, before) = (ledger.store.files[LedgerPath.checkpoint], try ledger.snapshot().state)
    try ledger.promote(two)
    ledger.store.files[LedgerPath.checkpoint] = checkpoint
    #expect(try ledger.snapshot().state == before)
  }

  @Test func `the checkpoint is not among the files, the roots and what is attached are`() throws {
    let ledger = try Chronicle()
    let manifest = (path: LedgerPath.manifest(one.manifestDigest), bytes: [UInt8]([1]))
    let growth = try ledger.snapshot().appending(
      [.init(.release, release: one, at: Chronicle.start, actor: "ci")], by: ledger.writer(.cutter),
      attaching: [manifest], reading: ledger.store.read)
    #expect(
      growth.files.map(\.path) == [
        "trust/1.root.json", "manifests/\(one.manifestDigest.hex).json", "tile/entries/000.p/2",
        "tile/0/000.p/2",
      ])
  }

  @Test func `several events are written at once, each after the other`() throws {
    let ledger = try Chronicle()
    let drafts = [EventKind.promotionStarted, .promotionSucceeded].map {
      LedgerEvent.Draft(
        $0, environment: "production", release: one, operation: "x", at: Chronicle.start, actor: "ci")
    }
    ledger.store.write(
      try ledger.snapshot().appending(drafts, by: ledger.writer(.pusher), reading: ledger.store.read))
    #expect(try ledger.snapshot().entries.map(\.event.sequence) == [1, 1, 2])
    #expect(try ledger.lane().current?.release == one)
  }

  @Test func `a ledger grows beyond a tile`() throws {
    let ledger = try Chronicle()
    let drafts = (0..<300).map {
      LedgerEvent.Draft(.release, release: one, at: Chronicle.moment($0), actor: "ci")
    }
    ledger.store.write(
      try ledger.snapshot().appending(drafts, by: ledger.writer(.cutter), reading: ledger.store.read))
    try ledger.record(.yank, one)
    #expect(try ledger.snapshot().entries.map(\.event.sequence) == Array(1...302))
    #expect(ledger.store.files["tile/entries/000"] != nil)
  }

  @Test(
    arguments: [
      (.release, nil, .release, [.pusher]), (.yank, nil, .release, [.judge]), (.gate, nil, .gate, [.cutter]),
      (.approval, "production", .approve("production"), [.pusher]),
      (.promotionStarted, "production", .promote("production"), [.stager]),
      (.promotionStarted, "staging", .promote("staging"), [.pusher]),
      (.promotionStarted, "production", .promote("production"), [.ann, .stranger]),
      (.freeze, "production", .promote("production"), []),
    ] as [(EventKind, String?, Role, [Holder])])
  func `nothing is written that no reader would believe`(
    kind: EventKind, environment: String?, role: Role, holders: [Holder]
  ) throws {
    let ledger = try Chronicle()
    let draft = LedgerEvent.Draft(
      kind, environment: environment, release: one, operation: kind.needsOperation ? "x" : nil,
      at: Chronicle.start, actor: "")
    let writer = LedgerWriter(
      eventKeys: try holders.map { try $0.key() }, checkpointKey: try Holder.scribe.key())
    let error = LedgerError.keyNotAllowed(role, keyIDs: try holders.map { try $0.publicKey().keyID })
    #expect(throws: error) {
      try ledger.snapshot().appending([draft], by: writer, reading: ledger.store.read)
    }
  }

  @Test func `a checkpoint is signed by the ledger's key only`() throws {
    let ledger = try Chronicle()
    try ledger.record(.release, one)
    ledger.scribe = .cutter
    let error = LedgerError.keyNotAllowed(.ledger, keyIDs: [try Holder.cutter.publicKey().keyID])
    #expect(throws: error) { try ledger.record(.release, two) }
  }

  @Test func `an entry that the log cannot take is refused`() throws {
    let ledger = try Chronicle()
    func entry(padding: Int) throws -> Int {
      let growth = try ledger.record(
        .gate, one, detail: ["note": .string(String(repeating: "x", count: padding))])
      return Int(growth.snapshot.head.size)
    }
    #expect(try entry(padding: 40_000) == 2)
    #expect {
      try entry(padding: 60_000)
    } throws: { error in
      if case LedgerError.entryTooLarge(let bytes) = error { bytes > 65_535 } else { false }
    }
  }

  @Test func `a damaged log is not written to`() throws {
    let ledger = try Chronicle()
    try ledger.record(.release, one)
    let snapshot = try ledger.snapshot()
    ledger.store.files["tile/entries/000.p/2"] = nil
    #expect(throws: LedgerError.missing(path: "tile/entries/000.p/2")) {
      try snapshot.appending(
        [.init(.release, release: two, at: Chronicle.start, actor: "")], by: ledger.writer(.cutter),
        reading: ledger.store.read)
    }
  }
}

extension Chronicle {
  fileprivate func writer(_ holder: Holder) throws -> LedgerWriter {
    LedgerWriter(eventKeys: [try holder.key()], checkpointKey: try scribe.key())
  }
}
