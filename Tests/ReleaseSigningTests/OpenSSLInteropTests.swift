import ReleaseSigning
import Testing

@Suite("Exchange with stock openssl", .enabled(if: OpenSSLTool.isPresent)) struct OpenSSLInteropTests {
  private let openssl: OpenSSLTool

  init() throws { openssl = try OpenSSLTool() }

  @Test func `openssl verifies our signatures`() throws {
    let key = try key(filledWith: 4)
    try openssl.write(Array(key.publicKey.pem.utf8), to: "public.pem")
    try openssl.write([1, 2, 3], to: "message")
    try openssl.write(try key.sign([1, 2, 3]), to: "signature")
    let verify = "pkeyutl -verify -pubin -inkey public.pem -rawin -in message -sigfile signature"
    #expect(try openssl.run(verify) == 0)
    try openssl.write([1, 2, 4], to: "message")
    #expect(try openssl.run(verify) != 0)
  }

  @Test func `we verify the signatures of openssl`() throws {
    try openssl.run("genpkey -algorithm ed25519 -out key.pem")
    try openssl.run("pkey -in key.pem -pubout -out public.pem")
    try openssl.write([1, 2, 3], to: "message")
    try openssl.run("pkeyutl -sign -inkey key.pem -rawin -in message -out signature")
    let key = try PublicKey(pem: openssl.read("public.pem"))
    #expect(key.isValid(signature: try openssl.read("signature"), for: [1, 2, 3]))
    #expect(try PrivateKey(pem: openssl.readSecret("key.pem")).sign([1, 2, 3]) == openssl.read("signature"))
  }

  @Test func `openssl writes a public key as we do`() throws {
    try openssl.run("genpkey -algorithm ed25519 -out key.pem")
    try openssl.run("pkey -in key.pem -pubout -out public.pem")
    try openssl.run("pkey -in key.pem -pubout -outform DER -out public.der")
    let key = try PrivateKey(pem: openssl.readSecret("key.pem")).publicKey
    #expect(Array(key.pem.utf8) == (try openssl.read("public.pem")))
    #expect(key.spki == (try openssl.read("public.der")))
  }

  @Test(arguments: [
    "-aes-256-cbc", "-scrypt", "-scrypt -scrypt_N 16384 -scrypt_r 8 -scrypt_p 5", "-v2 aes-128-cbc",
    "-v2 aes-256-cbc",
    "-v2 aes-192-cbc -v2prf hmacWithSHA512", "-v2 aes-256-cbc -iter 600000", "-v2 des3", "-v1 PBE-SHA1-3DES",
  ]) func `we open every encryption that openssl writes`(options: String) throws {
    try openssl.run("genpkey -algorithm ed25519 -out key.pem")
    let options = options == "-aes-256-cbc" ? "pkey -aes-256-cbc" : "pkcs8 -topk8 \(options)"
    #expect(try openssl.run("\(options) -in key.pem -passout pass:secret -out encrypted.pem") == 0)
    let text = try openssl.readSecret("encrypted.pem")
    let expected = try PrivateKey(pem: openssl.readSecret("key.pem")).publicKey
    #expect(try PrivateKey(pem: text, passphrase: secret("secret")).publicKey == expected)
    #expect(throws: KeyError.wrongPassphrase) { try PrivateKey(pem: text, passphrase: secret("Secret")) }
  }

  @Test func `openssl opens the keys we write`() throws {
    let key = try PrivateKey.generate()
    try openssl.write(Array(key.pem().text.utf8), to: "plain.pem")
    try openssl.write(Array(key.pem(passphrase: secret("secret")).text.utf8), to: "encrypted.pem")
    for options in ["-in plain.pem", "-in encrypted.pem -passin pass:secret"] {
      #expect(try openssl.run("pkey \(options) -pubout -out public.pem") == 0)
      #expect(try PublicKey(pem: openssl.read("public.pem")) == key.publicKey)
    }
    #expect(try openssl.run("pkey -in encrypted.pem -passin pass:wrong -noout") != 0)
  }

  @Test(arguments: [
    ("RSA -pkeyopt rsa_keygen_bits:2048", "RSA"), ("EC -pkeyopt ec_paramgen_curve:P-256", "EC"),
    ("ED448", "ED448"),
    ("X25519", "X25519"),
  ]) func `keys of other algorithms are refused by name`(algorithm: String, name: String) throws {
    try openssl.run("genpkey -algorithm \(algorithm) -out key.pem")
    try openssl.run("pkey -in key.pem -pubout -out public.pem")
    try openssl.run("pkcs8 -topk8 -in key.pem -passout pass:secret -out encrypted.pem")
    #expect(throws: KeyError.wrongAlgorithm(name)) { try PublicKey(pem: openssl.read("public.pem")) }
    #expect(throws: KeyError.wrongAlgorithm(name)) { try PrivateKey(pem: openssl.readSecret("key.pem")) }
    #expect(throws: KeyError.wrongAlgorithm(name)) {
      try PrivateKey(pem: openssl.readSecret("encrypted.pem"), passphrase: secret("secret"))
    }
  }

  @Test func `the two halves of a key are told apart`() throws {
    let key = try key(filledWith: 6)
    let publicText = Array(key.publicKey.pem.utf8)
    #expect(throws: KeyError.publicKeyWherePrivateIsMeant) {
      try PrivateKey(pem: SecretBytes(copying: publicText))
    }
    let privateText = Array(try key.pem().text.utf8)
    #expect(throws: KeyError.privateKeyWherePublicIsMeant) { try PublicKey(pem: privateText) }
  }

  @Test func `an encryption that libcrypto no longer offers is told from a wrong passphrase`() throws {
    try openssl.run("genpkey -algorithm ed25519 -out key.pem")
    let options = "-v2 des-cbc -provider legacy -provider default -passout pass:secret"
    try #require(try openssl.run("pkcs8 -topk8 \(options) -in key.pem -out encrypted.pem") == 0)
    let text = try openssl.readSecret("encrypted.pem")
    #expect(throws: KeyError.unsupportedEncryption(["unsupported"])) {
      try PrivateKey(pem: text, passphrase: secret("secret"))
    }
  }
}
