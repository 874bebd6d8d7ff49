import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing
import TransparencyLog

/// What one can do who holds the store and the ledger's own key: write any entries under a checkpoint that is in order.
enum Forgery {
  /// Returns a ledger of entries, its tiles right and its checkpoint signed.
  static func store(
    of entries: [[UInt8]], roots: [TrustRoot], origin: String = "acme/shop/ledger",
    signedBy signer: Holder = .scribe
  ) throws -> MemoryStore {
    let store = MemoryStore()
    let growth = try TileLog.appending(entries, to: .empty) { _ in [] }
    for file in growth.files { store.files[file.path.path] = file.bytes }
    for root in roots { store.files[LedgerPath.root(version: root.version)] = try Team.file(of: root) }
    store.files[LedgerPath.checkpoint] = try checkpoint(growth.head, origin: origin, signedBy: signer)
    return store
  }

  /// Returns a signed checkpoint.
  static func checkpoint(_ head: TreeHead, origin: String, signedBy signer: Holder) throws -> [UInt8] {
    try SignedNote.signing(Checkpoint(origin: origin, head: head).text, name: origin, with: signer.key())
      .bytes
  }

  /// Returns an entry whose payload is changed, under new signatures.
  static func resigned(
    _ entry: [UInt8], by signers: Holder..., change: (String) throws -> String = { $0 }
  ) throws -> [UInt8] {
    let old = try Envelope(parsing: entry, expecting: PayloadType.statement)
    var new = Envelope(
      payloadType: PayloadType.statement, payload: Array(try change(text(old.payload)).utf8))
    for signer in signers { try new.sign(with: signer.key()) }
    return Array(new.bytes.dropLast())
  }

  /// Returns an entry whose payload is changed under the old signatures.
  static func altered(_ entry: [UInt8], change: (String) throws -> String) throws -> [UInt8] {
    let payload = try Envelope(parsing: entry, expecting: PayloadType.statement).payload
    let changed = Array(try change(text(payload)).utf8)
    return Array(try edit(text(entry), Base64.encode(payload), Base64.encode(changed)).utf8)
  }
}

/// Returns bytes as the text that they are.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Returns a text with the one place changed where something stands; the test fails when it stands nowhere or twice.
func edit(
  _ text: String, _ old: String, _ new: String, at location: SourceLocation = #_sourceLocation
) throws -> String {
  try #require(text.ranges(of: old).count == 1, "\(old) is not there once", sourceLocation: location)
  return text.replacing(old, with: new)
}
