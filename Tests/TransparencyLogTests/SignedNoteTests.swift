import Foundation
import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Signed notes") struct SignedNoteTests {
  private let alice: PrivateKey
  private let bob: PrivateKey
  private let aliceKey: NoteKey
  private let bobKey: NoteKey
  private let note: SignedNote

  init() throws {
    (alice, bob) = (try key(filledWith: 1), try key(filledWith: 2))
    aliceKey = try NoteKey(name: "alice", publicKey: alice.publicKey)
    bobKey = try NoteKey(name: "bob", publicKey: bob.publicKey)
    note = try SignedNote.signing("hello\n", name: "alice", with: alice).signed(name: "bob", with: bob)
  }

  @Test func `a note reads and writes as the same bytes`() throws {
    let read = try SignedNote(parsing: note.bytes)
    #expect(read.text == "hello\n")
    #expect(read.signatures.map(\.name) == ["alice", "bob"])
    #expect(read.bytes == note.bytes)
  }

  @Test func `the known keys that signed are named once each`() throws {
    #expect(try note.verified(by: [aliceKey]) == [aliceKey])
    #expect(try note.verified(by: [bobKey, aliceKey]) == [aliceKey, bobKey])
    #expect(try note.signed(name: "alice", with: alice).verified(by: [aliceKey]) == [aliceKey])
  }

  @Test func `a note that no known key signed is unsigned`() throws {
    let stranger = try NoteKey(name: "alice", publicKey: key(filledWith: 3).publicKey)
    #expect(throws: NoteError.unsigned) { try note.verified(by: [stranger]) }
    #expect(throws: NoteError.unsigned) { try note.verified(by: []) }
    let renamed = try NoteKey(name: "alicia", publicKey: alice.publicKey)
    #expect(throws: NoteError.unsigned) { try note.verified(by: [renamed]) }
  }

  @Test func `one bad signature of a known key refuses the whole note`() throws {
    let text = String(decoding: note.bytes, as: UTF8.self)
    let altered = try SignedNote(parsing: Array(text.replacing("hello", with: "hullo").utf8))
    #expect(throws: NoteError.badSignature(aliceKey.vkey)) { try altered.verified(by: [aliceKey, bobKey]) }
    let other = try SignedNote.signing("other\n", name: "alice", with: alice)
    let forged = try SignedNote(parsing: note.bytes + other.bytes.drop { $0 != 0xe2 })
    #expect(throws: NoteError.badSignature(aliceKey.vkey)) { try forged.verified(by: [aliceKey, bobKey]) }
    #expect(try forged.verified(by: [bobKey]) == [bobKey])
  }

  @Test func `a key listed twice is ambiguous once it is needed`() throws {
    let carol = try NoteKey(name: "carol", publicKey: key(filledWith: 3).publicKey)
    #expect(throws: NoteError.ambiguousKey(aliceKey.vkey)) { try note.verified(by: [aliceKey, aliceKey]) }
    #expect(try note.verified(by: [carol, aliceKey, carol]) == [aliceKey])
  }

  @Test func `the text ends before the last empty line`() throws {
    let signed = try SignedNote.signing("a\n\nb\n\n", name: "alice", with: alice)
    #expect(try SignedNote(parsing: signed.bytes).text == "a\n\nb\n\n")
    #expect(try SignedNote(parsing: signed.bytes).verified(by: [aliceKey]) == [aliceKey])
  }

  @Test(arguments: ["", "no end", "tab\there\n", "crlf\r\n", "nul\0\n"]) func `no other text is signed`(
    text: String
  ) {
    #expect(throws: NoteError.unsignableText) { try SignedNote.signing(text, name: "alice", with: alice) }
  }

  @Test func `a name with a space does not sign`() {
    #expect(throws: NoteError.invalidName("a b")) { try SignedNote.signing("x\n", name: "a b", with: alice) }
  }

  private static let line = "\u{2014} alice AAAAAAE=\n"

  private static let malformed: [(String, NoteDefect)] = [
    ("", .noSignatures), ("\n", .noSignatures), ("x\n", .noSignatures), ("x\n\n", .noSignatures),
    ("x\n\(line)", .noSignatures), ("x\n\n\(line.dropLast())", .noSignatures),
    ("x\r\n\r\n\(line)", .controlCharacter), ("x\t\n\n\(line)", .controlCharacter),
    ("x\n\n\(line)junk\n", .signatureLine(2)), ("x\n\n-\(line.dropFirst())", .signatureLine(1)),
    ("x\n\n\u{2014} a  AAAAAAE=\n", .signatureLine(1)), ("x\n\n\u{2014}  AAAAAAE=\n", .signatureLine(1)),
    ("x\n\n\u{2014} a+b AAAAAAE=\n", .signatureLine(1)),
    ("x\n\n\u{2014} a\u{2003}b AAAAAAE=\n", .signatureLine(1)),
    ("x\n\n\u{2014} a AAAAAA==\n", .signatureLine(1)), ("x\n\n\u{2014} a AAAAAAF=\n", .signatureLine(1)),
    ("x\n\n\u{2014} a AAAA_AE=\n", .signatureLine(1)), ("x\n\n\u{2014} a AAAAAAE= \n", .signatureLine(1)),
    ("x\n\n\(String(repeating: line, count: 101))", .tooManySignatures),
    ("\(String(repeating: "x", count: 1 << 20))\n\n\(line)", .tooLong),
  ]

  @Test(arguments: malformed) func `no other bytes are a note`(text: String, defect: NoteDefect) {
    #expect(throws: NoteError.malformed(defect)) { try SignedNote(parsing: Array(text.utf8)) }
  }

  @Test func `bytes that are not UTF-8 are no note`() {
    #expect(throws: NoteError.malformed(.notUTF8)) { try SignedNote(parsing: [0xff] + note.bytes) }
  }

  @Test func `names that look alike are not alike`() throws {
    let kelvin = try NoteKey(name: "K", publicKey: alice.publicKey)
    let text = String(decoding: try SignedNote.signing("x\n", name: "K", with: alice).bytes, as: UTF8.self)
    let lookalike = try SignedNote(parsing: Array(text.replacing(" K ", with: " \u{212a} ").utf8))
    #expect(throws: NoteError.unsigned) { try lookalike.verified(by: [kelvin]) }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `published notes are judged as published`() throws {
    let vectors = try NoteVectors.load().open
    #expect(vectors.count == 37)
    for vector in vectors {
      let keys = try vector.vkeys.map(NoteKey.init(vkey:))
      let bytes = [UInt8](try #require(Data(base64Encoded: vector.note_b64)))
      let names = Result { try SignedNote(parsing: bytes).verified(by: keys).map(\.name) }
      // A refusal is nil on both sides.
      #expect((try? names.get()) == vector.expect.verified, "\(vector.desc)")
    }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `published keys sign as published`() throws {
    for vector in try NoteVectors.load().sign {
      let name = String(vector.skey.split(separator: "+")[2])
      let signed = try SignedNote.signing(vector.text, name: name, with: privateKey(vector.skey))
      #expect(String(decoding: signed.bytes, as: UTF8.self) == vector.want)
    }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `our checkpoints are Tessera's byte for byte`() throws {
    let log = try MerkleVectors.load().tessera_log
    let key = try privateKey(log.skey)
    for text in log.checkpoints {
      let checkpoint = try Checkpoint(parsing: SignedNote(parsing: Array(text.utf8)).text)
      let signed = try SignedNote.signing(checkpoint.text, name: checkpoint.origin, with: key)
      #expect(String(decoding: signed.bytes, as: UTF8.self) == text)
      #expect(try signed.verified(by: [NoteKey(vkey: log.vkey)]).map(\.vkey) == [log.vkey])
    }
  }
}
