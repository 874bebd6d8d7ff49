/// A text with signatures beneath it, all of it legible (c2sp.org/signed-note):
///
///     example.com/ledger
///     3
///     Wqx3HImawpLnS/Gv4ubjAvi1WIOy0b8Ze0amvqbavKk=
///
///     — example.com/ledger M9e0lvAQRtH832pk2RTbeSeZMkp4FZSdJYFBUjO5SKxuRbywPUF3cx+HUrb50kjd3rUWW/fj53Wj1dwcwh9bGQnqVAg=
///
/// The text is everything up to the last empty line, its last line end included, and the signatures are made over just
/// that. Each begins with an em dash, names its key, and holds in base64 four bytes that hint at the key and the
/// signature. Whoever does not know a key passes over its line.
package struct SignedNote: Sendable {
  /// What is signed, with its last line end. Nobody vouches for it before ``verified(by:)``.
  package let text: String
  /// The signatures, in their order: not verified.
  package private(set) var signatures: [NoteSignature]

  /// The greatest number of bytes of a note that is read.
  package static let longestNote = 1 << 20
  /// The greatest number of signatures of a note that is read.
  package static let mostSignatures = 100

  /// The note in its own form.
  package var bytes: [UInt8] { Array((text + "\n" + signatures.map(\.line).joined()).utf8) }

  /// A note without signatures, to be signed.
  init(text: String) throws(NoteError) {
    guard text.utf8.last == UInt8(ascii: "\n"), Self.isPlain(text.utf8) else { throw .unsignableText }
    (self.text, signatures) = (text, [])
  }

  /// The note with one more signature beneath the others.
  func adding(_ signature: NoteSignature) -> SignedNote {
    var note = self
    note.signatures.append(signature)
    return note
  }

  /// The note without what one key is said to have signed.
  func without(_ key: NoteKey) -> SignedNote {
    var note = self
    note.signatures.removeAll { $0.claims(key) }
    return note
  }

  /// Returns whether there is no control character but the line end.
  private static func isPlain(_ text: some Sequence<UInt8>) -> Bool {
    text.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
  }
}

extension SignedNote {
  /// A note read from bytes; its signatures are not verified.
  ///
  /// - Throws: ``NoteError/malformed(_:)``.
  package init(parsing bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= Self.longestNote else { throw .malformed(.tooLong) }
    guard Self.isPlain(bytes) else { throw .malformed(.controlCharacter) }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed(.notUTF8) }
    guard let textEnd = Self.textEnd(of: bytes) else { throw .malformed(.noSignatures) }
    text = String(decoding: bytes[..<textEnd], as: UTF8.self)
    signatures = try Self.signatures(in: bytes[(textEnd + 1)...])
  }

  /// Returns where the text ends: after the line end before the last empty line, or nil when no line follows that.
  private static func textEnd(of bytes: [UInt8]) -> Int? {
    let lineEnd = UInt8(ascii: "\n")
    guard bytes.last == lineEnd else { return nil }
    let last = bytes.indices.dropFirst().last { bytes[$0] == lineEnd && bytes[$0 - 1] == lineEnd }
    return last.flatMap { $0 + 1 < bytes.count ? $0 : nil }
  }

  private static func signatures(in bytes: ArraySlice<UInt8>) throws(NoteError) -> [NoteSignature] {
    let lines = bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count <= mostSignatures else { throw .malformed(.tooManySignatures) }
    var signatures: [NoteSignature] = []
    for (index, line) in lines.enumerated() {
      guard let signature = NoteSignature(line: line) else { throw .malformed(.signatureLine(index + 1)) }
      signatures.append(signature)
    }
    return signatures
  }
}
