import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing
import TransparencyLog

@Suite("Checkpoint and tiles of a ledger") struct CheckpointTests {
  private let ledger: Chronicle

  /// Three entries: the trust root and two releases.
  init() throws {
    ledger = try Chronicle()
    try ledger.record(.release, one)
    try ledger.record(.release, two)
  }

  @Test(arguments: [Holder.stranger, .owner, .cutter, .pusher, .secondScribe])
  func `a checkpoint counts under the ledger's key only`(signer: Holder) throws {
    try ledger.sign(origin: "acme/shop/ledger", by: signer)
    #expect(throws: LedgerError.checkpointUntrusted(origin: "acme/shop/ledger")) { try ledger.snapshot() }
  }

  @Test(arguments: ["acme/shop2/ledger", "acme/shop/Ledger", "acme/shop/ledger/", "acme/shop"])
  func `the checkpoint of another ledger is refused under the same key`(origin: String) throws {
    try ledger.sign(origin: origin, by: .scribe)
    #expect(throws: LedgerError.origin(expected: "acme/shop/ledger", found: origin)) { try ledger.snapshot() }
  }

  @Test func `a signature of another text is none`() throws {
    let store = try Forgery.store(
      of: Array(ledger.entries()[..<2]), roots: [Team.first()], signedBy: .stranger)
    let forged = text(try #require(store.files[LedgerPath.checkpoint]))
    let honest = text(try #require(ledger.store.files[LedgerPath.checkpoint]))
    let mixed = forged.prefix { $0 != "—" } + honest.drop { $0 != "—" }
    store.files[LedgerPath.checkpoint] = Array(mixed.utf8)
    #expect(throws: LedgerError.checkpointUntrusted(origin: "acme/shop/ledger")) {
      try store.snapshot(trusting: ledger.trust)
    }
  }

  @Test(arguments: [
    ("\n3\n", "\n03\n", CheckpointError.size), ("\n3\n", "\n+3\n", .size), ("\n3\n", "\n-3\n", .size),
    ("\n3\n", "\n18446744073709551616\n", .size), ("=\n", "\n", .root), ("acme/shop/ledger\n", "\n", .origin),
  ]) func `a checkpoint of another form is refused as such`(old: String, new: String, error: CheckpointError)
    throws
  {
    let honest = text(try #require(ledger.store.files[LedgerPath.checkpoint]))
    ledger.store.files[LedgerPath.checkpoint] = Array(
      honest.replacing(old, with: new, maxReplacements: 1).utf8)
    #expect(throws: LedgerError.checkpoint(error)) { try ledger.snapshot() }
  }

  @Test(arguments: ["", "checkpoint", "acme/shop/ledger\n3\n"]) func `what is no note is no checkpoint`(
    note: String
  ) throws {
    ledger.store.files[LedgerPath.checkpoint] = Array(note.utf8)
    #expect { try ledger.snapshot() } throws: { error in
      if case LedgerError.note(.malformed) = error { true } else { false }
    }
  }

  @Test func `a checkpoint without its root's hash is refused`() throws {
    let head = TreeHead(size: 3, root: .sha256([]))
    ledger.store.files[LedgerPath.checkpoint] = try Forgery.checkpoint(
      head, origin: "acme/shop/ledger", signedBy: .scribe)
    #expect(treeReason { try ledger.snapshot() } != nil)
  }

  @Test(arguments: ["tile/entries/000.p/3", "tile/0/000.p/3"]) func `a tile that is cut is refused`(
    path: String
  ) throws {
    let bytes = try #require(ledger.store.files[path])
    for count in [0, 1, bytes.count - 1] {
      ledger.store.files[path] = Array(bytes.prefix(count))
      #expect(treeReason { try ledger.snapshot() } != nil)
    }
  }

  @Test(arguments: ["tile/entries/000.p/3", "tile/0/000.p/3"]) func `a tile that is gone is named`(
    path: String
  ) throws {
    ledger.store.files[path] = nil
    #expect(treeReason { try ledger.snapshot() } == "missing: \(path)")
  }

  @Test(arguments: ["tile/entries/000.p/3", "tile/0/000.p/3"]) func `a bit that is changed is found`(
    path: String
  ) throws {
    let count = try #require(ledger.store.files[path]?.count)
    ledger.store.files[path]?[count / 2] ^= 1
    #expect(treeReason { try ledger.snapshot() } != nil)
  }

  @Test func `an entry exchanged under the old hashes is found before it is read`() throws {
    let entries = [try ledger.entries()[0], try ledger.entries()[2], try ledger.entries()[1]]
    let forged = try Forgery.store(of: entries, roots: [])
    ledger.store.files["tile/entries/000.p/3"] = forged.files["tile/entries/000.p/3"]
    #expect(treeReason { try ledger.snapshot() }?.contains("tile/entries/000.p/3") == true)
  }

  @Test func `a log longer than its store is refused without reading on`() throws {
    let head = TreeHead(size: TreeHead.greatestSize, root: .sha256([]))
    ledger.store.files[LedgerPath.checkpoint] = try Forgery.checkpoint(
      head, origin: "acme/shop/ledger", signedBy: .scribe)
    #expect(treeReason { try ledger.snapshot() } == "missing: tile/entries/000")
  }

  @Test func `a failure to read is neither a yes nor a no`() throws {
    struct Unplugged: Error {}
    #expect(throws: Unplugged.self) {
      try LedgerSnapshot(reading: { _ in throw Unplugged() }, trusting: ledger.trust)
    }
  }

  /// Returns why tiles and checkpoint disagree; nil when they do not or something else is wrong.
  private func treeReason(_ body: () throws -> LedgerSnapshot) -> String? {
    do {
      _ = try body()
      return nil
    } catch LedgerError.tree(let error) {
      return "\(error)"
    } catch LedgerError.missing(let path) {
      return "missing: \(path)"
    } catch {
      Issue.record(error)
      return nil
    }
  }
}

extension Chronicle {
  /// Signs the present head under another name or by another key.
  fileprivate func sign(origin: String, by signer: Holder) throws {
    let head = try snapshot().head
    store.files[LedgerPath.checkpoint] = try Forgery.checkpoint(head, origin: origin, signedBy: signer)
  }
}
