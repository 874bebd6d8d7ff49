internal import ReleaseConsole

extension Diagnostic {
  /// The same without anything that looks like a private key: somebody may have pasted one where its name belongs.
  var withoutKeys: Diagnostic {
    Diagnostic(
      code: code, problem: Redaction.text(problem), because: because.map(Redaction.text),
      hints: hints.map(Redaction.text),
      exit: exit)
  }
}

/// Takes private keys out of texts.
enum Redaction {
  /// How the text of a private key begins: PEM, base64 of PEM, and the body of a plain PKCS#8 Ed25519 key.
  private static let beginnings = ["-----BEGIN", "LS0tLS1CRUdJTi", "MC4CAQAwBQYDK2Vw", "MFMCAQEwBQYDK2Vw"]

  /// Returns a text up to the first beginning of a private key, and from behind the word or block that it begins.
  static func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.indices.first(where: { begins(bytes[$0...]) }) else { return text }
    let rest = bytes[start...]
    let end = rest.lastIndex(of: UInt8(ascii: "`")) ?? rest.endIndex
    return String(decoding: bytes[..<start], as: UTF8.self) + "(a key, not shown)"
      + String(decoding: bytes[end...], as: UTF8.self)
  }

  private static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    beginnings.contains { bytes.starts(with: $0.utf8) }
  }
}
