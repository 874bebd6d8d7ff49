package import ReleaseSigning

extension SignedNote {
  /// Returns a text signed by a key under a name.
  ///
  /// - Throws: ``NoteError/unsignableText``, ``NoteError/invalidName(_:)``, what the signer throws.
  package static func signing(_ text: String, name: String, with key: any Signer) throws -> SignedNote {
    try SignedNote(text: text).signed(name: name, with: key)
  }

  /// Returns the note with the signature of one more key.
  ///
  /// - Throws: ``NoteError/invalidName(_:)``, what the signer throws.
  package func signed(name: String, with key: any Signer) throws -> SignedNote {
    let noteKey = try NoteKey(name: name, publicKey: key.publicKey)
    return try adding(NoteSignature(key: noteKey, signature: key.sign(Array(text.utf8))))
  }

  /// Returns the note, which must be a checkpoint, with the signature of a witness who saw it at a time; an earlier one of
  /// the same witness goes.
  ///
  /// c2sp.org/tlog-cosignature: whoever signs promises never to cosign a checkpoint that does not extend this one.
  ///
  /// - Parameter time: Seconds since 1970-01-01T00:00:00Z.
  /// - Throws: ``NoteError/invalidName(_:)``, what the signer throws.
  package func cosigned(name: String, with key: any Signer, at time: UInt64) throws -> SignedNote {
    let noteKey = try NoteKey(name: name, kind: .cosignature, publicKey: key.publicKey)
    let signature = try key.sign(cosignedMessage(at: time))
    return without(noteKey).adding(
      NoteSignature(key: noteKey, signature: time.bigEndianBytes + signature))
  }

  /// What a witness signs.
  func cosignedMessage(at time: UInt64) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n\(text)".utf8) }
}
