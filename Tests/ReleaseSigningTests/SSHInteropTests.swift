import ReleaseSigning
import Testing

@Suite("Exchange with stock ssh-keygen", .enabled(if: ToolFolder.hasSSH)) struct SSHInteropTests {
  private let tool: ToolFolder
  private let key: PrivateKey
  private let publicKey: SSHPublicKey
  private static let message = Array("a message\n".utf8)

  init() throws {
    tool = try ToolFolder()
    key = try ReleaseSigningTests.key(filledWith: 31)
    publicKey = SSHPublicKey(key.publicKey)
    let seed = [UInt8](repeating: 31, count: 32)
    try tool.write(ForeignKeyFiles.openSSH(seed: seed, key.publicKey, comment: "a key"), to: "key")
    try tool.write(Self.message, to: "message")
    try allow(principal: "releases@example.org", namespaces: ["release"])
  }

  private func allow(principal: String, namespaces: [String]) throws {
    let line = try publicKey.allowedSigner(principal: principal, namespaces: namespaces)
    try tool.write(line + "\n", to: "allowed_signers")
  }

  private func signature(_ namespace: String = "release", over message: [UInt8] = message) throws -> String {
    let hash = HashAlgorithm.sha512.hash(message)
    return try SSHSignature(ofHash: hash, by: key, namespace: namespace).text
  }

  /// Returns whether ssh-keygen accepts `message` under a signature.
  private func accepts(
    _ signature: String, by principal: String = "releases@example.org", for namespace: String = "release"
  ) throws -> Bool {
    try tool.write(signature, to: "signature")
    return try tool.run(
      "ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", principal, "-n", namespace, "-s",
      "signature",
      input: "message") == 0
  }

  @Test func `ssh-keygen accepts our signature, of an empty message, too`() throws {
    #expect(try accepts(signature()))
    try tool.write([], to: "message")
    #expect(try !accepts(signature()))
    #expect(try accepts(signature(over: [])))
  }

  @Test func `ssh-keygen refuses a changed message`() throws {
    try tool.write("a massage\n", to: "message")
    #expect(try !accepts(signature()))
  }

  @Test func `ssh-keygen refuses our signature for another namespace`() throws {
    try allow(principal: "releases@example.org", namespaces: ["release", "other"])
    #expect(try !accepts(signature("other")))
    #expect(try !accepts(signature(), for: "other"))
    #expect(try accepts(signature("other"), for: "other"))
  }

  @Test func `our line of allowed signers admits no other namespace and no other principal`() throws {
    #expect(try !accepts(signature("git"), for: "git"))
    #expect(try !accepts(signature(), by: "mallory@example.org"))
    #expect(try !accepts(signature("release "), for: "release "))
  }

  @Test func `our line of allowed signers admits no other key`() throws {
    let other = try ReleaseSigningTests.key(filledWith: 32)
    let hash = HashAlgorithm.sha512.hash(Self.message)
    let text = try SSHSignature(ofHash: hash, by: other, namespace: "release").text
    #expect(try !accepts(text))
  }

  @Test(arguments: ["file", "release-manifest@v1", "two words", "größe", "a=b;c:d/e", "#1"])
  func `namespaces and principals of many forms stand for themselves`(name: String) throws {
    let principal = name.replacing(" ", with: "_").replacing("#", with: "+")
    try allow(principal: principal, namespaces: ["other", name])
    #expect(try accepts(signature(name), by: principal, for: name))
  }

  @Test func `the longest namespace is the longest that ssh-keygen matches`() throws {
    let longest = String(repeating: "n", count: SSHSignature.longestNamespace)
    try allow(principal: "a", namespaces: [longest])
    #expect(try accepts(signature(longest), by: "a", for: longest))
    let line = try publicKey.allowedSigner(principal: "a", namespaces: [longest]).replacing(
      "=\"n", with: "=\"nn")
    try tool.write(line + "\n", to: "allowed_signers")
    try tool.run("ssh-keygen", "-Y", "sign", "-n", longest + "n", "-f", "key", input: "message")
    #expect(try !accepts(tool.read("stdout"), by: "a", for: longest + "n"))
  }

  @Test func `ssh-keygen signs as we do, to the byte, whatever the length of the last line`() throws {
    for count in 1...64 {
      let namespace = String(repeating: "n", count: count)
      #expect(try tool.run("ssh-keygen", "-Y", "sign", "-n", namespace, "-f", "key", input: "message") == 0)
      #expect(try tool.read("stdout") == signature(namespace))
    }
  }

  @Test func `ssh-keygen writes the public key and its fingerprint as we do`() throws {
    #expect(try tool.run("ssh-keygen", "-y", "-f", "key") == 0)
    #expect(try tool.read("stdout") == publicKey.line(comment: "a key") + "\n")
    try tool.write(publicKey.line() + "\n", to: "key.pub")
    #expect(try tool.run("ssh-keygen", "-l", "-f", "key.pub") == 0)
    #expect(try tool.read("stdout") == "256 \(publicKey.fingerprint) no comment (ED25519)\n")
  }
}
