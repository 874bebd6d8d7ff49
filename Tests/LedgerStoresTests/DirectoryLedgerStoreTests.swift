import Effects
import Foundation
import LedgerStores
import Synchronization
import Testing
import WorldSupport

@Suite("A ledger in a folder")
struct DirectoryLedgerStoreTests {
  let ledger: Ledger

  init() throws { ledger = try Ledger() }

  @Test func `where nothing was written the ledger is empty`() throws {
    #expect(try ledger.reasons == [])
    #expect(try ledger.scratch.files.status(ledger.scratch.at("ledger")) == nil)
  }

  @Test func `what was appended is read by another`() throws {
    for reason in ["one", "two", "three"] { try ledger.append(reason, to: ledger.store()) }
    #expect(try ledger.reasons == ["one", "two", "three"])
  }

  @Test func `writers at once lose no entry`() throws {
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for turn in 0..<4 {
        do { try ledger.append("\(writer).\(turn)", to: ledger.store()) } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
    let reasons = try ledger.reasons
    #expect(Set(reasons).count == 32)
    #expect(reasons.count == 32)
    for writer in 0..<8 {
      #expect(reasons.filter { $0.hasPrefix("\(writer).") } == (0..<4).map { "\(writer).\($0)" })
    }
  }

  @Test func `readers see whole ledgers while it grows`() throws {
    let seen = Mutex<[Int]>([])
    DispatchQueue.concurrentPerform(iterations: 3) { worker in
      for turn in 0..<8 {
        do {
          if worker == 0 {
            try ledger.append("\(turn)", to: ledger.store())
          } else {
            let count = try ledger.reasons.count
            seen.withLock { $0.append(count) }
          }
        } catch { Issue.record("\(worker).\(turn): \(error)") }
      }
    }
    #expect(seen.withLock(\.count) == 16)
    #expect(try ledger.reasons.count == 8)
  }

  struct Refused: Error {}

  @Test func `nothing is written when the work throws or has nothing to say`() throws {
    try ledger.append("one", to: ledger.store())
    let before = try ledger.listing
    #expect(throws: Refused.self) { try ledger.store().update { _ throws in throw Refused() } as Int }
    #expect(try ledger.store().update { _ in (growth: nil, result: 7) } == 7)
    #expect(try ledger.listing == before)
  }

  @Test func `the lock is given up after a failure`() throws {
    #expect(throws: Refused.self) { try ledger.store().update { _ throws in throw Refused() } as Int }
    try ledger.append("one", to: ledger.store())
    #expect(try ledger.reasons == ["one"])
  }

  @Test func `a file that is there already is left alone`() throws {
    try ledger.append("one", to: ledger.store())
    let root = ledger.scratch.at("ledger/trust/1.root.json")
    let before = try ledger.scratch.shell("stat -c '%i %Y' \(root)")
    try ledger.append("two", to: ledger.store())
    #expect(try ledger.scratch.shell("stat -c '%i %Y' \(root)") == before)
  }

  @Test func `a writer who is killed at any change leaves a ledger that reads and grows`() throws {
    for earlier in [0, 1, 5] {
      var changes = 0
      while true {
        let ledger = try Ledger()
        let kept = (0..<earlier).map { "old \($0)" }
        for reason in kept { try ledger.append(reason, to: ledger.store()) }
        let dying = DyingFiles(changes: changes)
        let survived = (try? ledger.append("cut off", to: ledger.store(dying))) != nil
        let read = try ledger.reasons
        #expect(read == kept || read == kept + ["cut off"], "after \(changes) changes")
        try ledger.append("next", to: ledger.store())
        #expect(try ledger.reasons == read + ["next"], "after \(changes) changes")
        if survived { break }
        changes += 1
      }
      #expect(changes >= 5)
    }
  }

  @Test func `a ledger grows past a full tile`() throws {
    let reasons = (0..<260).map { "\($0)" }
    try ledger.append(Array(reasons.prefix(253)), to: ledger.store())
    for reason in reasons.dropFirst(253) { try ledger.append(reason, to: ledger.store()) }
    #expect(try ledger.reasons == reasons)
  }
}

extension Ledger {
  /// Every file of the ledger with its digest.
  var listing: String { get throws { try scratch.shell("find ledger -type f | sort | xargs sha256sum") } }
}
