import ReleaseSigning
import TestSupport
import Testing

@Suite("Signature verification") struct PublicKeyVerificationTests {
  @Test func `a signature holds for its message and its key alone`() throws {
    let (key, other) = (try key(filledWith: 1), try key(filledWith: 2))
    let signature = try key.sign([1, 2, 3])
    #expect(key.publicKey.isValid(signature: signature, for: [1, 2, 3]))
    #expect(!key.publicKey.isValid(signature: signature, for: [1, 2, 4]))
    #expect(!key.publicKey.isValid(signature: signature, for: []))
    #expect(!other.publicKey.isValid(signature: signature, for: [1, 2, 3]))
  }

  @Test func `a signature with any bit flipped is refused`() throws {
    let key = try key(filledWith: 1)
    let signature = try key.sign([1, 2, 3])
    for bit in 0..<512 {
      var altered = signature
      altered[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!key.publicKey.isValid(signature: altered, for: [1, 2, 3]), "bit \(bit)")
    }
  }

  @Test(arguments: [0, 1, 63, 65, 128]) func `a signature has 64 bytes`(count: Int) throws {
    let key = try key(filledWith: 1)
    let signature = Array((try key.sign([]) + key.sign([])).prefix(count))
    #expect(!key.publicKey.isValid(signature: signature, for: []))
  }

  struct Wycheproof: Decodable {
    let testGroups: [Group]

    struct Group: Decodable {
      let publicKey: Key
      let publicKeyDer: String
      let publicKeyPem: String
      let tests: [Case]
    }
    struct Key: Decodable { let pk: String }
    struct Case: Decodable {
      let tcId: Int
      let msg: String
      let sig: String
      let result: String
    }
  }

  @Test(.enabled(if: SharedCases.arePresent)) func `every Wycheproof verdict is ours`() throws {
    let groups = try SharedCases.decode(Wycheproof.self, "wycheproof_ed25519_test.json").testGroups
    for group in groups {
      let key = try PublicKey(rawRepresentation: bytes(hex: group.publicKey.pk))
      #expect(try PublicKey(spki: bytes(hex: group.publicKeyDer)) == key)
      #expect(try PublicKey(pem: Array(group.publicKeyPem.utf8)) == key)
      for test in group.tests {
        let verdict = key.isValid(signature: bytes(hex: test.sig), for: bytes(hex: test.msg))
        #expect(verdict == (test.result == "valid"), "case \(test.tcId)")
      }
    }
    #expect(groups.map(\.tests.count).reduce(0, +) == 151)
  }

  struct EdgeCase: Decodable {
    let message: String
    let pub_key: String
    let signature: String
  }

  /// The table of "Taming the many EdDSAs" (2020): strict S, cofactorless, and no small-order key.
  @Test(.enabled(if: SharedCases.arePresent)) func `the edge cases of ed25519 are judged strictly`() throws {
    let cases = try SharedCases.decode([EdgeCase].self, "ed25519-speccheck_cases.json")
    let verdicts = cases.map { test in
      // A key that is refused verifies nothing.
      (try? PublicKey(rawRepresentation: bytes(hex: test.pub_key)))?
        .isValid(signature: bytes(hex: test.signature), for: bytes(hex: test.message))
    }
    #expect(verdicts == [nil, nil, true, true, false, false, false, false, false, false, nil, nil])
  }
}
