import ReleaseSigning
import StrictJSON

extension NoteKey {
  /// The key as text for lists of trusted keys: `name+hash+key`, the hash in hexadecimal and the key in base64.
  package var vkey: String { "\(name)+\(hashText)+\(Base64.encode(typedKey))" }

  /// A key from its text.
  ///
  /// - Throws: ``NoteError/invalidVerifierKey(_:)`` for any text that ``vkey`` would not write, a key of another algorithm,
  ///   and one that ``PublicKey`` refuses.
  package init(vkey: String) throws(NoteError) {
    // The base64 text may hold a `+` itself.
    let parts = vkey.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, let typedKey = Base64.decode(parts[2]), let type = typedKey.first,
      let kind = Kind(rawValue: type)
    else { throw .invalidVerifierKey(vkey) }
    do {
      let publicKey = try PublicKey(rawRepresentation: Array(typedKey.dropFirst()))
      try self.init(name: parts[0], kind: kind, publicKey: publicKey)
    } catch {
      throw .invalidVerifierKey(vkey)
    }
    guard self.vkey.utf8.elementsEqual(vkey.utf8) else { throw .invalidVerifierKey(vkey) }
  }

  private var hashText: String {
    let digits = String(keyHash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
