import ReleaseSigning
import Testing
import TransparencyLog

@Suite("Cosignatures") struct CosignatureTests {
  private let witness: PrivateKey
  private let witnessKey: NoteKey
  private let checkpoint: SignedNote

  init() throws {
    witness = try key(filledWith: 9)
    witnessKey = try NoteKey(name: "witness.example", kind: .cosignature, publicKey: witness.publicKey)
    let text = try Checkpoint(origin: "example.com/log", head: .empty).text
    checkpoint = try SignedNote.signing(text, name: "example.com/log", with: key(filledWith: 8))
  }

  @Test func `a witness vouches for a checkpoint and a time`() throws {
    let note = try checkpoint.cosigned(name: "witness.example", with: witness, at: 1_700_000_000)
    let read = try SignedNote(parsing: note.bytes)
    #expect(try read.verified(by: [witnessKey]) == [witnessKey])
    #expect(try read.cosignatures(by: [witnessKey]).map(\.time) == [1_700_000_000])
    #expect(try read.cosignatures(by: [witnessKey]).map(\.key) == [witnessKey])
  }

  /// The form of c2sp.org/tlog-cosignature, spelled out.
  @Test func `what a witness signs is the specification's`() throws {
    let line = try #require(
      checkpoint.cosigned(name: "witness.example", with: witness, at: 258).signatures.last)
    #expect(line.signature.prefix(8) == [0, 0, 0, 0, 0, 0, 1, 2])
    let message =
      "cosignature/v1\ntime 258\nexample.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    #expect(
      witness.publicKey.isValid(signature: Array(line.signature.dropFirst(8)), for: Array(message.utf8)))
  }

  @Test func `a time that was changed refuses the note`() throws {
    let note = try checkpoint.cosigned(name: "witness.example", with: witness, at: 1)
    let line = try #require(note.signatures.last)
    let later = [UInt8](line.signature.prefix(7)) + [2] + line.signature.dropFirst(8)
    let blob = (0..<4).map { UInt8(truncatingIfNeeded: line.keyHash >> (24 - 8 * $0)) } + later
    let text = "\u{2014} witness.example \(base64(blob))\n"
    let forged = try SignedNote(parsing: checkpoint.bytes + Array(text.utf8))
    #expect(throws: NoteError.badSignature(witnessKey.vkey)) { try forged.cosignatures(by: [witnessKey]) }
  }

  @Test func `a witness who vouches again says the later time alone`() throws {
    let note = try checkpoint.cosigned(name: "witness.example", with: witness, at: 1)
      .cosigned(name: "witness.example", with: witness, at: 2)
    #expect(try note.cosignatures(by: [witnessKey]).map(\.time) == [2])
    #expect(try note.verified(by: [witnessKey]) == [witnessKey])
  }

  @Test func `a log's own signature is no cosignature`() throws {
    let logKey = try NoteKey(name: "example.com/log", publicKey: key(filledWith: 8).publicKey)
    #expect(try checkpoint.cosignatures(by: [logKey, witnessKey]).isEmpty)
    #expect(throws: NoteError.unsigned) { try checkpoint.verified(by: [witnessKey]) }
  }
}
