import ReleaseSigning
import Testing

@Suite("Private keys as text") struct PrivateKeyTextTests {
  /// The key of RFC 8032, TEST 1, as `openssl pkcs8` writes it.
  private static let plain = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
    -----END PRIVATE KEY-----

    """
  private static let publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"

  @Test func `a plain key reads and writes as the same text`() throws {
    let key = try PrivateKey(pem: secret(Self.plain))
    #expect(key.publicKey.rawRepresentation == bytes(hex: Self.publicKey))
    #expect(try key.pem().text == Self.plain)
  }

  @Test(arguments: ["correct horse", "p", "ünïcödé ✓", " leading and trailing ", "\0binary\0"])
  func `an encrypted key opens with its passphrase`(passphrase: String) throws {
    let key = try PrivateKey(pem: secret(Self.plain))
    let text = try key.pem(passphrase: secret(passphrase))
    #expect(text.text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
    #expect(try PrivateKey(pem: text, passphrase: secret(passphrase)).publicKey == key.publicKey)
  }

  @Test func `two encryptions of one key share nothing`() throws {
    let key = try PrivateKey(pem: secret(Self.plain))
    let texts = try (0..<2).map { _ in try key.pem(passphrase: secret("x")).text }
    #expect(texts[0] != texts[1])
  }

  @Test(arguments: ["wrong", "", "correct hors", "correct horse ", "Correct horse"])
  func `no other passphrase opens a key`(passphrase: String) throws {
    let text = try key(filledWith: 1).pem(passphrase: secret("correct horse"))
    #expect(throws: KeyError.wrongPassphrase) { try PrivateKey(pem: text, passphrase: secret(passphrase)) }
  }

  @Test func `an encrypted key without a passphrase is refused at once`() throws {
    let text = try key(filledWith: 1).pem(passphrase: secret("x"))
    #expect(throws: KeyError.passphraseNeeded) { try PrivateKey(pem: text) }
  }

  @Test func `a passphrase given for a plain key is not needed`() throws {
    let key = try PrivateKey(pem: secret(Self.plain), passphrase: secret("unused"))
    #expect(key.publicKey.rawRepresentation == bytes(hex: Self.publicKey))
  }

  @Test func `an empty passphrase encrypts nothing`() throws {
    let key = try key(filledWith: 1)
    #expect(throws: KeyError.emptyPassphrase) { try key.pem(passphrase: secret("")) }
  }

  @Test(arguments: [
    plain.replacing("\n", with: "\r\n"), plain.replacing("\n", with: "\\n"),
    plain.replacing("\n", with: "\n\t"),
    plain.replacing("\n", with: " "), "\n\n " + plain + " \n", "# release key\n" + plain,
    "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1DNENBUUF3QlFZREsyVndCQ0lFSUoxaHNaM3YvVnBndW9SSzlKTHNMTVJFU2NWcGV6Sn"
      + "BHWEE3ckFNY3JuOWcKLS0tLS1FTkQgUFJJVkFURSBLRVktLS0tLQo=",
  ]) func `a key is found in whatever a secret store made of its PEM`(text: String) throws {
    #expect(try PrivateKey(pem: secret(text)).publicKey.rawRepresentation == bytes(hex: Self.publicKey))
  }

  private static func block(_ label: String, _ body: String = "MC4C") -> String {
    "-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n"
  }

  @Test(arguments: [
    ("", KeyError.notPEM), ("garbage", .notPEM), ("AAAA", .notPEM),
    (plain.replacing("END", with: "FIN"), .notPEM),
    (block("OPENSSH PRIVATE KEY"), .unexpectedLabel("OPENSSH PRIVATE KEY")),
    (block("PUBLIC KEY"), .publicKeyWherePrivateIsMeant),
    (block("CERTIFICATE"), .unexpectedLabel("CERTIFICATE")),
    (block("RSA PRIVATE KEY"), .wrongAlgorithm("RSA")),
    (block("EC PARAMETERS") + block("EC PRIVATE KEY"), .wrongAlgorithm("EC")),
    (block("EC PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\n\nMC4C"), .wrongAlgorithm("EC")),
    (block("PRIVATE KEY", "M"), .damaged([])), (block("PRIVATE KEY", "é==="), .damaged([])),
    (plain + plain, .severalKeys(2)),
  ]) func `text that is not one private key is refused for what it is`(text: String, reason: KeyError) {
    #expect(throws: reason) { try PrivateKey(pem: secret(text), passphrase: secret("x")) }
  }

  @Test func `every truncation of a key is refused`() throws {
    let der = bytes(hex: "302e020100300506032b657004220420") + [UInt8](repeating: 5, count: 32)
    for count in 0..<der.count {
      let text = secret(Self.block("PRIVATE KEY", base64(Array(der.prefix(count)))))
      #expect(throws: KeyError.self) { try PrivateKey(pem: text) }
    }
    #expect(throws: KeyError.damaged([])) {
      try PrivateKey(pem: secret(Self.block("PRIVATE KEY", base64(der + [0]))))
    }
  }

  @Test func `a key whose derivation costs too much memory is told from a wrong passphrase`() {
    let text = Self.block(
      "ENCRYPTED PRIVATE KEY",
      """
      MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAirROF9Ug7gnwICQAACASACAQEwHQYJ
      YIZIAWUDBAEqBBCCHoqBNGgGt2Iodqnr1aa0BECnVwsp1S4IHOBpMaEZ22KDwlaCL4Gj76BfWemt
      rfoZsxpOAqDcP6Z83wk1tpEYZZBlH5bmESpmnKksbo4EaWmJ
      """)
    #expect(throws: KeyError.derivationTooCostly) {
      try PrivateKey(pem: secret(text), passphrase: secret("secret"))
    }
  }
}
