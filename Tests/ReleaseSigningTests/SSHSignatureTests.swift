import ReleaseSigning
import Testing

@Suite("SSH signatures and keys") struct SSHSignatureTests {
  private static let hash = HashAlgorithm.sha512.hash([1, 2, 3])

  private func signature(_ namespace: String, hash: [UInt8] = hash) throws -> String {
    try SSHSignature(ofHash: hash, by: key(filledWith: 3), namespace: namespace).text
  }

  private func allowed(_ principal: String, _ namespaces: String...) throws -> String {
    try SSHPublicKey(key(filledWith: 3).publicKey)
      .allowedSigner(principal: principal, namespaces: namespaces)
  }

  @Test func `no line is wider than 70 columns`() throws {
    for count in 1...80 {
      let lines = try signature(String(repeating: "n", count: count)).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.utf8.count <= 70 })
      #expect(lines.dropFirst().dropLast(3).allSatisfy { $0.utf8.count == 70 })
      #expect(lines.filter(\.isEmpty).count == 1)
    }
  }

  @Test func `the bytes signed name namespace, hash function and hash`() throws {
    let key = try key(filledWith: 3)
    let signer = ExternalSigner(key.publicKey) { message in
      #expect(message == Array("SSHSIG".utf8) + wire("file") + wire("") + wire("sha512") + wire(Self.hash))
      return try key.sign(message)
    }
    _ = try SSHSignature(ofHash: Self.hash, by: signer, namespace: "file")
  }

  @Test(arguments: ["a\nb", "\0", "\t", "\u{1b}", "\u{7f}", "\u{9b}", "\u{2028}", "\u{202e}"])
  func `a text that is not one line is refused`(text: String) throws {
    #expect(throws: SSHFormatError.unprintableNamespace) { try signature(text) }
    #expect(throws: SSHFormatError.unprintableNamespace) { try allowed("a", text) }
    #expect(throws: SSHFormatError.unusablePrincipal(text)) { try allowed(text, "n") }
    #expect(throws: SSHFormatError.unprintableComment) {
      try SSHPublicKey(key(filledWith: 3).publicKey).line(comment: text)
    }
  }

  @Test func `a namespace is needed, and not too long`() throws {
    #expect(throws: SSHFormatError.noNamespace) { try signature("") }
    #expect(throws: SSHFormatError.noNamespace) { try allowed("a") }
    #expect(throws: SSHFormatError.noNamespace) { try allowed("a", "n", "") }
    #expect(throws: SSHFormatError.namespaceTooLong(1023)) {
      try signature(String(repeating: "n", count: 1023))
    }
  }

  @Test(arguments: ["*", "re?ease", "!release", "a,b", "a\"", "a\\"])
  func `what allowed signers would read as a pattern is refused`(text: String) throws {
    #expect(throws: SSHFormatError.ambiguousNamespace(text)) { try allowed("a", "n", text) }
    #expect(throws: SSHFormatError.unusablePrincipal(text)) { try allowed(text, "n") }
  }

  @Test(arguments: ["", " ", "a b", "#a"]) func `a principal is one field`(text: String) throws {
    #expect(throws: SSHFormatError.unusablePrincipal(text)) { try allowed(text, "n") }
  }

  @Test(arguments: [0, 32, 63, 65]) func `a hash of another length is refused`(count: Int) throws {
    #expect(throws: SSHFormatError.wrongHashLength(count)) {
      try signature("n", hash: [UInt8](repeating: 1, count: count))
    }
  }

  @Test func `a signer of another key is found out`() throws {
    let (ours, other) = (try key(filledWith: 3), try key(filledWith: 4))
    #expect(throws: SignerError.otherKey(expected: [ours.publicKey.keyID])) {
      let signer = ExternalSigner(ours.publicKey) { try other.sign($0) }
      return try SSHSignature(ofHash: Self.hash, by: signer, namespace: "n")
    }
  }
}
