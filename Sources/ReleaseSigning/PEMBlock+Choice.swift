extension PEMBlock {
  /// Returns the one public key of a text.
  ///
  /// - Throws: ``KeyError/privateKeyWherePublicIsMeant`` when a private key is anywhere in the text, even beside the
  ///   public one: it is about to be published. Else as ``one(of:)``.
  static func publicKey(in text: SecretBytes) throws(KeyError) -> PEMBlock {
    let blocks = try blocks(of: text)
    guard !blocks.contains(where: \.isPrivateKey) else { throw .privateKeyWherePublicIsMeant }
    let block = try one(of: blocks)
    guard block.label == "PUBLIC KEY" else { throw block.refusal }
    return block
  }

  /// Returns the one private key of a text: labelled `PRIVATE KEY` or `ENCRYPTED PRIVATE KEY`.
  ///
  /// - Throws: ``KeyError/publicKeyWherePrivateIsMeant`` for a public key alone. Else as ``one(of:)``.
  static func privateKey(in text: SecretBytes) throws(KeyError) -> PEMBlock {
    let blocks = try blocks(of: text)
    let privateKeys = blocks.filter(\.isPrivateKey)
    let block = try one(of: privateKeys.isEmpty ? blocks : privateKeys)
    if block.label == "PUBLIC KEY" { throw .publicKeyWherePrivateIsMeant }
    guard ["PRIVATE KEY", "ENCRYPTED PRIVATE KEY"].contains(block.label) else { throw block.refusal }
    return block
  }

  /// Returns the blocks of a text, or of the text that it is the base64 form of.
  private static func blocks(of text: SecretBytes) throws(KeyError) -> [PEMBlock] {
    guard text.count <= longestText else { throw .wrongLength(text.count) }
    let blocks = all(in: text)
    guard blocks.isEmpty else { return blocks }
    do {
      return all(in: try text.withBytes { bytes throws(KeyError) in try SecretBytes(base64: bytes) })
    } catch {
      throw .notPEM
    }
  }

  /// Returns the only block.
  ///
  /// - Throws: ``KeyError/notPEM`` for none, ``KeyError/severalKeys(_:)`` for more.
  private static func one(of blocks: [PEMBlock]) throws(KeyError) -> PEMBlock {
    guard let block = blocks.first else { throw .notPEM }
    guard blocks.count == 1 else { throw .severalKeys(blocks.count) }
    return block
  }

  private var isPrivateKey: Bool { label.hasSuffix("PRIVATE KEY") }

  /// Why a block with this label is no ed25519 key: the old labels name their algorithm.
  private var refusal: KeyError {
    for algorithm in ["RSA", "EC", "DSA"] where label.hasPrefix("\(algorithm) ") {
      return .wrongAlgorithm(algorithm)
    }
    return .unexpectedLabel(label)
  }
}
