import ReleaseSigning
import Testing

/// Whoever wrote an encrypted key chose how much work opening it is.
@Suite("What an encrypted key may cost") struct DerivationCostTests {
  private static let pbkdf2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 0x0C]
  private static let scrypt: [UInt8] = [0x2B, 6, 1, 4, 1, 0xDA, 0x47, 4, 0x0B]
  private static let pbeSHA1And3DES: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 0x0C, 1, 3]

  @Test(
    arguments: [
      ("2^31 - 1 rounds of PBKDF2", second(pbkdf2, [1 << 31 - 1])),
      ("2^62 rounds", second(pbkdf2, [1 << 62])),
      ("one round more than the limit", second(pbkdf2, [10_000_001])),
      ("2^31 - 1 rounds of the first version", first(1 << 31 - 1)),
      ("one round more than the limit of the first version", first(10_000_001)),
      ("scrypt of hours in little memory", second(scrypt, [1 << 17, 1, 1 << 17])),
      ("scrypt a step above the limit", second(scrypt, [1 << 10, 1, 1 << 12 + 1])),
      ("scrypt whose product overflows", second(scrypt, [1 << 40, 1 << 20, 1 << 20])),
    ] as [(String, [UInt8])]) func `a key that asks for too much work is refused at once`(
      name: String, der: [UInt8]
    )
  {
    let time = ContinuousClock().measure { expect(.derivationTooCostly, for: der) }
    #expect(time < .seconds(2), "\(name)")
  }

  @Test(
    arguments: [
      ("the most rounds", second(pbkdf2, [10_000_000])), ("a round", second(pbkdf2, [1])),
      ("the most of scrypt", second(scrypt, [1 << 14, 8, 32])),
      ("the least of scrypt", second(scrypt, [2, 1, 1])),
    ] as [(String, [UInt8])]) func `a key that asks for bearable work is tried`(name: String, der: [UInt8])
  {
    expect(.wrongPassphrase, for: der)
  }

  @Test(arguments: [("no rounds", [0]), ("nothing said", [])] as [(String, [UInt64])])
  func `a derivation without its numbers is no key`(name: String, numbers: [UInt64]) {
    let text = pem(Self.second(Self.pbkdf2, numbers))
    #expect(throws: KeyError.self, "\(name)") { try PrivateKey(pem: text, passphrase: secret("x")) }
  }

  private func expect(_ error: KeyError, for der: [UInt8]) {
    #expect(throws: error) { try PrivateKey(pem: pem(der), passphrase: secret("x")) }
  }

  private func pem(_ der: [UInt8]) -> SecretBytes {
    secret("-----BEGIN ENCRYPTED PRIVATE KEY-----\n\(base64(der))\n-----END ENCRYPTED PRIVATE KEY-----\n")
  }

  /// An EncryptedPrivateKeyInfo (RFC 5958) of PBES2 and AES-256-CBC whose derivation has a salt and these numbers.
  private static func second(_ derivation: [UInt8], _ numbers: [UInt64]) -> [UInt8] {
    let parameters = sequence(element(4, salt), numbers.flatMap(integer))
    let aes256CBC: [UInt8] = [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 0x2A]
    let scheme = sequence(
      sequence(element(6, derivation), parameters), sequence(element(6, aes256CBC), element(4, salt + salt)))
    let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 0x0D]
    return sequence(sequence(element(6, pbes2), scheme), element(4, [UInt8](repeating: 7, count: 64)))
  }

  /// An EncryptedPrivateKeyInfo of PKCS #12's encryption with SHA-1 and three DES keys.
  private static func first(_ rounds: UInt64) -> [UInt8] {
    let parameters = sequence(element(4, salt), integer(rounds))
    return sequence(
      sequence(element(6, pbeSHA1And3DES), parameters), element(4, [UInt8](repeating: 7, count: 64)))
  }

  private static let salt = [UInt8](repeating: 3, count: 8)

  private static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(0x30, parts.flatMap { $0 }) }

  private static func integer(_ number: UInt64) -> [UInt8] {
    let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    let digits = Array(bytes.drop { $0 == 0 })
    return element(2, (digits.first ?? 0x80) < 0x80 ? digits : [0] + digits)
  }

  private static func element(_ tag: UInt8, _ contents: [UInt8]) -> [UInt8] {
    let count = UInt8(truncatingIfNeeded: contents.count)
    return [tag] + (contents.count < 128 ? [] : [0x81]) + [count] + contents
  }
}
