import ReleaseSigning

/// A witness's word that a checkpoint existed at a time, verified.
package struct Cosignature: Hashable, Sendable {
  /// The key of the witness.
  package let key: NoteKey
  /// Seconds since 1970-01-01T00:00:00Z.
  package let time: UInt64
}

extension SignedNote {
  /// Returns the known keys that signed the note, of either kind, each once; never none.
  ///
  /// Signatures of unknown keys are passed over.
  ///
  /// - Throws: ``NoteError/badSignature(_:)`` when the signature of any known key does not hold, whatever else does;
  ///   ``NoteError/unsigned``; ``NoteError/ambiguousKey(_:)``.
  package func verified(by keys: [NoteKey]) throws(NoteError) -> [NoteKey] {
    var signers: [NoteKey] = []
    for (key, _) in try verifiedSignatures(by: keys) where !signers.contains(key) { signers.append(key) }
    guard !signers.isEmpty else { throw .unsigned }
    return signers
  }

  /// Returns what known witnesses say, in the order of the note: possibly nothing.
  ///
  /// - Throws: ``NoteError/badSignature(_:)``, ``NoteError/ambiguousKey(_:)``.
  package func cosignatures(by keys: [NoteKey]) throws(NoteError) -> [Cosignature] {
    try verifiedSignatures(by: keys.filter { $0.kind == .cosignature })
      .map { Cosignature(key: $0.key, time: UInt64(bigEndianBytes: $0.signature.signature.prefix(8))) }
  }

  private func verifiedSignatures(
    by keys: [NoteKey]
  ) throws(NoteError) -> [(key: NoteKey, signature: NoteSignature)] {
    var verified: [(key: NoteKey, signature: NoteSignature)] = []
    for signature in signatures {
      let claimed = keys.filter(signature.claims)
      guard let key = claimed.first else { continue }
      guard claimed.count == 1 else { throw .ambiguousKey(key.vkey) }
      guard isValid(signature.signature, by: key) else { throw .badSignature(key.vkey) }
      verified.append((key, signature))
    }
    return verified
  }

  private func isValid(_ signature: [UInt8], by key: NoteKey) -> Bool {
    switch key.kind {
    case .note:
      return key.publicKey.isValid(signature: signature, for: Array(text.utf8))
    case .cosignature:
      guard signature.count == 8 + PublicKey.signatureByteCount else { return false }
      let message = cosignedMessage(at: UInt64(bigEndianBytes: signature.prefix(8)))
      return key.publicKey.isValid(signature: Array(signature.dropFirst(8)), for: message)
    }
  }
}
