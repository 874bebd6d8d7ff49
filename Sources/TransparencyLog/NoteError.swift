/// Why a note, or a key of one, was refused.
package enum NoteError: Error, Hashable, Sendable {
  /// The bytes are not a signed note (c2sp.org/signed-note).
  case malformed(NoteDefect)
  /// The name of a key is empty, or holds a space, a `+`, or anything that is not printable ASCII.
  case invalidName(String)
  /// The text of a verifier key is not `name+hash+key`, or its hash is not that of the name and key.
  case invalidVerifierKey(String)
  /// A key that the note was signed with is in the list of known keys twice, or two keys there share name and hash.
  case ambiguousKey(String)
  /// A known key's signature does not hold: the note was altered, or the signature forged.
  case badSignature(String)
  /// No known key signed the note.
  case unsigned
  /// The text to be signed does not end with a line end, or holds a control character.
  case unsignableText
}

/// What keeps bytes from being a signed note.
package enum NoteDefect: Hashable, Sendable {
  /// The note has more bytes than ``SignedNote/longestNote``.
  case tooLong
  /// The bytes are not UTF-8.
  case notUTF8
  /// There is a control character other than the line end; CRLF line ends are such.
  case controlCharacter
  /// No empty line precedes signatures, or the last line does not end.
  case noSignatures
  /// There are more signatures than ``SignedNote/mostSignatures``.
  case tooManySignatures
  /// The line with this number among the signatures, from 1, is no signature.
  case signatureLine(Int)
}
