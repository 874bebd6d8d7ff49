import ReleaseSigning
import TestSupport
import Testing

@Suite("Public keys") struct PublicKeyTests {
  /// The key of the first test of RFC 8032, section 7.1.
  private static let raw = bytes(hex: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
  private static let pem = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
    -----END PUBLIC KEY-----

    """

  @Test func `the three forms of a key are one key`() throws {
    let key = try PublicKey(rawRepresentation: Self.raw)
    #expect(key.spki == bytes(hex: "302a300506032b6570032100") + Self.raw)
    #expect(key.pem == Self.pem)
    #expect(try PublicKey(spki: key.spki) == key)
    #expect(try PublicKey(pem: Array(key.pem.utf8)) == key)
  }

  @Test func `the id of a key is the digest of its DER form`() throws {
    let key = try PublicKey(rawRepresentation: Self.raw)
    #expect(key.keyID.digest == .sha256(key.spki))
    #expect(KeyID(hex: key.keyID.hex) == key.keyID)
    #expect(key.keyID.description.count == 64)
  }

  @Test(arguments: [0, 31, 33, 64]) func `a raw key has 32 bytes`(count: Int) {
    let bytes = [UInt8](repeating: 9, count: count)
    #expect(throws: KeyError.wrongLength(count)) { try PublicKey(rawRepresentation: bytes) }
  }

  /// RFC 8032 calls these decodable or leaves them open; libcrypto verifies forgeries under every one of them.
  @Test(arguments: [
    ("0000000000000000000000000000000000000000000000000000000000000000", KeyError.smallOrder),
    ("0000000000000000000000000000000000000000000000000000000000000080", .smallOrder),
    ("0100000000000000000000000000000000000000000000000000000000000080", .smallOrder),
    ("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", .smallOrder),
    ("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", .smallOrder),
    ("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", .nonCanonical),
    ("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", .nonCanonical),
    ("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", .nonCanonical),
  ]) func `a key under which anybody can sign is refused`(hex: String, reason: KeyError) {
    #expect(throws: reason) { try PublicKey(rawRepresentation: bytes(hex: hex)) }
    #expect(throws: reason) { try PublicKey(spki: bytes(hex: "302a300506032b6570032100" + hex)) }
  }

  private struct SmallOrderKey: Decodable { let encoding: String }

  @Test(.enabled(if: SharedCases.arePresent)) func `all fourteen forgeable encodings are refused`() throws {
    let keys = try SharedCases.decode([SmallOrderKey].self, "ed25519-small-order-keys.json")
    #expect(keys.count == 14)
    for key in keys {
      #expect(throws: KeyError.self) { try PublicKey(rawRepresentation: bytes(hex: key.encoding)) }
    }
  }

  @Test(arguments: [
    "302a300506032b6570032100", "302a300506032b656e032100", "", "30", "ffff", "302a300506032b65700321",
  ]) func `damaged DER is refused`(hex: String) {
    #expect(throws: KeyError.self) { try PublicKey(spki: bytes(hex: hex)) }
  }

  @Test func `DER with a byte too many is refused`() throws {
    let spki = try PublicKey(rawRepresentation: Self.raw).spki
    #expect(throws: KeyError.wrongLength(45)) { try PublicKey(spki: spki + [0]) }
    #expect(throws: KeyError.wrongLength(43)) { try PublicKey(spki: spki.dropLast()) }
  }

  @Test func `DER with another spelling of the same key is refused`() throws {
    let spelledLonger = bytes(hex: "30812a300506032b6570032100") + Self.raw
    #expect(throws: KeyError.damaged([])) { try PublicKey(spki: spelledLonger) }
  }

  @Test(arguments: [
    pem.replacing("\n", with: "\r\n"), pem.replacing("\n", with: "\\n"), pem.replacing("\n", with: "\\r\\n"),
    pem.replacing("\n", with: "\n    "), pem.replacing("\n", with: " "), "\n\n \t" + pem + "\n\n",
    "a comment\n" + pem, "\u{FEFF}" + pem,
    "LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0KTUNvd0JRWURLMlZ3QXlFQTExcVlBWUt4Q3JmVlMvN1R5V1FIT2c3aGN2UGFwaU1scndJ\n"
      + "YWFQY0hVUm89Ci0tLS0tRU5EIFBVQkxJQyBLRVktLS0tLQo=",
  ]) func `a key is found in whatever a secret store made of its PEM`(text: String) throws {
    #expect(try PublicKey(pem: Array(text.utf8)).rawRepresentation == Self.raw)
  }

  @Test(arguments: [
    ("", KeyError.notPEM), ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI", .notPEM),
    ("-----BEGIN PUBLIC KEY-----", .notPEM),
    ("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PRIVATE KEY-----\n", .notPEM),
    ("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n", .damaged([])),
    ("-----BEGIN PUBLIC KEY-----\nMCo\n-----END PUBLIC KEY-----\n", .damaged([])),
    ("-----BEGIN PUBLIC KEY-----\nM===\n-----END PUBLIC KEY-----\n", .damaged([])),
    ("-----BEGIN PUBLIC KEY-----\nMC=w\n-----END PUBLIC KEY-----\n", .damaged([])),
    ("-----BEGIN PUBLIC KEY-----\nMC_w\n-----END PUBLIC KEY-----\n", .damaged([])),
    ("-----BEGIN CERTIFICATE-----\nMCow\n-----END CERTIFICATE-----\n", .unexpectedLabel("CERTIFICATE")),
    ("-----BEGIN RSA PUBLIC KEY-----\nMCow\n-----END RSA PUBLIC KEY-----\n", .wrongAlgorithm("RSA")),
    ("-----BEGIN PRIVATE KEY-----\nMCow\n-----END PRIVATE KEY-----\n", .privateKeyWherePublicIsMeant),
    (pem + pem, .severalKeys(2)),
    (pem + "-----BEGIN PRIVATE KEY-----\nMCow\n-----END PRIVATE KEY-----\n", .privateKeyWherePublicIsMeant),
  ]) func `text that is not one public key is refused for what it is`(text: String, reason: KeyError) {
    #expect(throws: reason) { try PublicKey(pem: Array(text.utf8)) }
  }

  @Test func `text too long for a key is refused unread`() {
    #expect(throws: KeyError.wrongLength(65_537)) {
      try PublicKey(pem: [UInt8](repeating: 45, count: 65_537))
    }
  }
}
