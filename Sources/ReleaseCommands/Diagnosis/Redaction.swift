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
  private static let mark = "(a key, not shown)"

  /// Returns a text without PEM, from its beginning to the last quotation mark, and without words that are base64 as long
  /// as a key's.
  static func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: "-----BEGIN".utf8) }) else {
      return withoutLongWords(bytes)
    }
    let rest = bytes[start...]
    let end = rest.lastIndex(of: UInt8(ascii: "`")) ?? rest.endIndex
    return withoutLongWords(Array(bytes[..<start])) + mark + withoutLongWords(Array(bytes[end...]))
  }

  private static func withoutLongWords(_ bytes: [UInt8]) -> String {
    var (shown, word) = ([UInt8](), [UInt8]())
    for byte in bytes + [0x20] {
      guard byte <= 0x20 || byte == UInt8(ascii: "`") else {
        word.append(byte)
        continue
      }
      shown += (isKey(word) ? Array(mark.utf8) : word) + [byte]
      word = []
    }
    return String(decoding: shown.dropLast(), as: UTF8.self)
  }

  /// Whether a word holds 40 base64 digits in a row, of all three kinds: digests and key ids are hex, and fingerprints say
  /// what they are.
  private static func isKey(_ word: [UInt8]) -> Bool {
    guard word.count >= 40, !word.starts(with: "SHA256:".utf8), !word.starts(with: "agent:SHA256:".utf8)
    else {
      return false
    }
    return word.split { !isDigit($0) }.contains { run in
      run.count >= 40 && run.contains { (0x30...0x39).contains($0) }
        && run.contains { (0x41...0x5A).contains($0) }
        && run.contains { (0x61...0x7A).contains($0) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "+")
  }
}
