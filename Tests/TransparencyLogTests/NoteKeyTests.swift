import ReleaseSigning
import TestSupport
import Testing
import TransparencyLog

@Suite("Note keys") struct NoteKeyTests {
  /// From the tests of golang.org/x/mod/sumdb/note.
  private static let neumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  @Test func `a key reads and writes as the same text`() throws {
    let key = try NoteKey(vkey: Self.neumann)
    #expect(key.name == "PeterNeumann")
    #expect(key.keyHash == 0xc74f_20a3)
    #expect(key.kind == .note)
    #expect(key.vkey == Self.neumann)
    #expect(try NoteKey(name: key.name, publicKey: key.publicKey) == key)
  }

  @Test func `one key has another hash under another name and as a witness`() throws {
    let publicKey = try key(filledWith: 1).publicKey
    let keys = [
      try NoteKey(name: "a", publicKey: publicKey), try NoteKey(name: "b", publicKey: publicKey),
      try NoteKey(name: "a", kind: .cosignature, publicKey: publicKey),
    ]
    #expect(Set(keys.map(\.keyHash)).count == 3)
    for key in keys { #expect(try NoteKey(vkey: key.vkey) == key) }
  }

  @Test(arguments: ["", "a b", "a+b", "a\u{a0}b", "a\nb", "\u{212a}", "é", "a\u{7f}"])
  func `no other name is a key's`(
    name: String
  ) throws {
    let publicKey = try key(filledWith: 1).publicKey
    #expect(throws: NoteError.invalidName(name)) { try NoteKey(name: name, publicKey: publicKey) }
  }

  @Test(arguments: [
    "", "+", "++", "a", "a+b", neumann + "=", neumann + " ", " " + neumann,
    "Peterneumann" + neumann.dropFirst(12),
    neumann.replacing("c74f20a3", with: "0c74f20a3"), neumann.replacing("c74f20a3", with: "C74F20A3"),
    neumann.replacing("c74f20a3", with: ""), neumann.replacing("/", with: "_"),
    neumann.replacing("+AR", with: "+BB"),
    "x+00000000+AQ==", "x+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ]) func `no other text is a key`(text: String) {
    #expect(throws: NoteError.invalidVerifierKey(text)) { try NoteKey(vkey: text) }
  }

  @Test(.enabled(if: SharedCases.arePresent))
  func `published keys are read, and their damaged forms refused`() throws {
    let vectors = try NoteVectors.load()
    for vector in vectors.keys {
      let key = try NoteKey(vkey: vector.vkey)
      #expect(key.name == vector.name)
      #expect(key.vkey == vector.vkey)
    }
    for text in vectors.bad_vkeys {
      #expect(throws: NoteError.invalidVerifierKey(text)) { try NoteKey(vkey: text) }
    }
  }
}
