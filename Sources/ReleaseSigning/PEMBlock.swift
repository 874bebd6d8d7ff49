import COpenSSL

/// One labelled block of PEM text (RFC 7468), found in whatever state a secret store left it.
struct PEMBlock {
  /// What stands after `BEGIN` and after `END`.
  let label: String
  /// The base64 text between the two, with the white space that was in it.
  private let body: Range<Int>
  private let text: SecretBytes

  /// More than any key needs; it bounds every number below.
  static let longestText = 65_536

  /// Returns every block of a text, in order; a block that does not end is left out.
  static func all(in text: SecretBytes) -> [PEMBlock] {
    text.withBytes { bytes in
      var blocks: [PEMBlock] = []
      var position = 0
      while let begin = bytes.firstRange(of: begin, from: position),
        let dashes = bytes.firstRange(of: dashes, from: begin.upperBound)
      {
        position = dashes.upperBound
        let label = String(decoding: (begin.upperBound..<dashes.lowerBound).map { bytes[$0] }, as: UTF8.self)
        guard let end = bytes.firstRange(of: Array("-----END \(label)-----".utf8), from: position) else {
          continue
        }
        blocks.append(PEMBlock(label: label, body: position..<end.lowerBound, text: text))
        position = end.upperBound
      }
      return blocks
    }
  }

  private static let begin = Array("-----BEGIN ".utf8)
  private static let dashes = Array("-----".utf8)
}

extension PEMBlock {
  /// Returns the bytes that the block holds.
  ///
  /// - Throws: ``KeyError/damaged(_:)`` when its text is not base64.
  func contents() throws(KeyError) -> SecretBytes {
    try text.withBytes { bytes throws(KeyError) in try SecretBytes(base64: bytes.extracting(body)) }
  }

  /// Returns base64 text on one line.
  static func base64(_ bytes: [UInt8]) -> String {
    let text = unsafe [UInt8](unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4 + 1) { buffer, count in
      count = unsafe Int(EVP_EncodeBlock(buffer.baseAddress, bytes, Int32(bytes.count)))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// Returns where a short pattern first lies at or after a position, or nil if it does not.
  func firstRange(of pattern: [UInt8], from start: Int) -> Range<Int>? {
    guard start + pattern.count <= count else { return nil }
    let found = (start...count - pattern.count).first { position in
      pattern.indices.allSatisfy { self[position + $0] == pattern[$0] }
    }
    return found.map { $0..<$0 + pattern.count }
  }
}
