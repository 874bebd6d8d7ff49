import ReleaseSigning
import Testing

@Suite("Minisign signatures") struct MinisignSignatureTests {
  private static let hash = HashAlgorithm.blake2b512.hash([1, 2, 3])

  private func signature(
    over hash: [UInt8] = hash, by signer: any Signer, untrusted: String = "", trusted: String = ""
  ) throws -> String {
    try MinisignSignature(
      ofHash: hash, by: signer, untrustedComment: untrusted, trustedComment: trusted
    ).text
  }

  private func text(untrusted: String = "", trusted: String = "") throws -> String {
    try signature(by: key(filledWith: 3), untrusted: untrusted, trusted: trusted)
  }

  @Test func `the key number begins the key id, and is shown back to front`() throws {
    let key = MinisignPublicKey(try key(filledWith: 3).publicKey)
    #expect(key.number == bytes(hex: String(key.key.keyID.hex.prefix(16))))
    #expect(bytes(hex: key.id) == key.number.reversed() && key.id == key.id.uppercased())
    #expect(key.id.count == 16)
  }

  @Test func `two lines are signed and two are comments`() throws {
    let lines = try text(untrusted: "u", trusted: "t").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 5)
    #expect(lines[0] == "untrusted comment: u")
    #expect(lines[1].utf8.count == 100 && lines[1].hasPrefix("RU"))
    #expect(lines[2] == "trusted comment: t")
    #expect(lines[3].utf8.count == 88)
    #expect(lines[4].isEmpty)
  }

  @Test func `the same file, key and comments have the same text`() throws {
    #expect(try text(untrusted: "u", trusted: "t") == text(untrusted: "u", trusted: "t"))
    #expect(try text(trusted: "t") != text(trusted: "T"))
  }

  @Test(arguments: [
    "\n", "a\nb", "a\r", "a\r\nb", "\0", "\u{1b}[31m", "\u{7f}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202e}",
    "\u{2066}", "e\u{301}\n",
  ]) func `a comment that is not one line is refused`(comment: String) {
    #expect(throws: MinisignError.unprintableUntrustedComment) { try text(untrusted: comment) }
    #expect(throws: MinisignError.unprintableTrustedComment) { try text(trusted: comment) }
  }

  @Test func `a comment longer than minisign reads is refused`() {
    #expect(throws: MinisignError.untrustedCommentTooLong(1004)) {
      try text(untrusted: String(repeating: "ä", count: 502))
    }
    #expect(throws: MinisignError.trustedCommentTooLong(8174)) {
      try text(trusted: String(repeating: "ä", count: 4087))
    }
  }

  @Test(arguments: [0, 32, 63, 65]) func `a hash of another length is refused`(count: Int) throws {
    #expect(throws: MinisignError.wrongHashLength(count)) {
      try signature(over: [UInt8](repeating: 1, count: count), by: key(filledWith: 3))
    }
  }

  @Test func `nothing is signed before all else is in order`() throws {
    let signer = ExternalSigner(try key(filledWith: 3).publicKey) { _ in
      Issue.record("signed")
      return []
    }
    #expect(throws: MinisignError.self) { try signature(over: [], by: signer) }
    #expect(throws: MinisignError.self) { try signature(by: signer, untrusted: "\n") }
    #expect(throws: MinisignError.self) { try signature(by: signer, trusted: "\n") }
  }

  @Test func `a signer of another key is found out, for the file and for the comment`() throws {
    let (ours, other) = (try key(filledWith: 3), try key(filledWith: 4))
    let liars: [@Sendable ([UInt8]) throws -> [UInt8]] = [
      { try other.sign($0) }, { $0 == Self.hash ? try ours.sign($0) : try other.sign($0) },
    ]
    for liar in liars {
      #expect(throws: SignerError.otherKey(expected: [ours.publicKey.keyID])) {
        try signature(by: ExternalSigner(ours.publicKey, asking: liar))
      }
    }
  }

  @Test func `what the signer throws comes through`() throws {
    let signer = ExternalSigner(try key(filledWith: 3).publicKey) { _ in throw SSHAgentError.truncated }
    #expect(throws: SSHAgentError.truncated) { try signature(by: signer) }
  }
}
