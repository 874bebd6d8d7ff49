extension PublicKey {
  /// A key from the text of a file: PEM, or the line of an OpenSSH `.pub` file, which is all that holders of agent keys
  /// have.
  ///
  /// - Throws: as ``init(pem:)-(SecretBytes)``, and ``KeyError/wrongAlgorithm(_:)``, ``KeyError/damaged(_:)`` for a line.
  package init(text: SecretBytes) throws(KeyError) {
    // Copied only when it is public: PEM may hold the private half.
    let line = text.withBytes { bytes in
      SSHPublicKey.isLine(bytes) ? bytes.indices.map { bytes[$0] } : []
    }
    self = line.isEmpty ? try PublicKey(pem: text) : try SSHPublicKey(parsing: line).key
  }
}

extension SSHPublicKey {
  /// More than any line with a comment needs.
  static let longestLine = 16_384

  /// Returns whether a text begins as a line of a `.pub` file does: with the type of a key.
  static func isLine(_ text: Span<UInt8>) -> Bool {
    guard text.count <= longestLine else { return false }
    return ["ssh-", "ecdsa-", "sk-"].contains {
      text.firstRange(of: Array($0.utf8), from: 0)?.lowerBound == 0
    }
  }

  /// A key from a line of a `.pub` file (sshd(8), "AUTHORIZED_KEYS FILE FORMAT", without options).
  ///
  /// - Throws: ``KeyError/severalKeys(_:)`` for several lines, ``KeyError/wrongAlgorithm(_:)``, ``KeyError/damaged(_:)``,
  ///   and what ``PublicKey/init(rawRepresentation:)`` throws.
  init(parsing text: [UInt8]) throws(KeyError) {
    let lines = text.split { $0 == 0x0A || $0 == 0x0D }
    guard lines.count == 1 else { throw .severalKeys(lines.count) }
    let fields = lines[0].split(separator: 0x20)
    let type = String(decoding: fields[0], as: UTF8.self)
    guard type.utf8.elementsEqual(SSHWire.ed25519.utf8) else { throw .wrongAlgorithm(type) }
    guard fields.count >= 2 else { throw .damaged([]) }
    let blob = try SecretBytes(base64: Array(fields[1]).span).withBytes { bytes in
      bytes.indices.map { bytes[$0] }
    }
    let head = SSHWire.string(SSHWire.ed25519) + SSHWire.uint32(UInt32(PublicKey.byteCount))
    guard blob.starts(with: head) else { throw .damaged([]) }
    self.init(try PublicKey(rawRepresentation: Array(blob.dropFirst(head.count))))
    // Base64 has one spelling, so that a key has one line.
    guard PEMBlock.base64(self.blob).utf8.elementsEqual(fields[1]) else { throw .damaged([]) }
  }
}
