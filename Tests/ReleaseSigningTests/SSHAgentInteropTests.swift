import Foundation
import ReleaseSigning
import Testing

@Suite("Exchange with stock ssh-agent", .enabled(if: ToolFolder.hasSSH)) struct SSHAgentInteropTests {
  private let agent: AgentProcess
  private let key: PrivateKey

  init() throws {
    agent = try AgentProcess()
    key = try ReleaseSigningTests.key(filledWith: 41)
    let seed = [UInt8](repeating: 41, count: 32)
    try agent.add(ForeignKeyFiles.openSSH(seed: seed, key.publicKey, comment: "release key"))
  }

  private static let envelope =
    Array("DSSEv1 28 application/vnd.in-toto+json 2 {}".utf8) + [0, 10, 255]

  @Test func `the agent's signature over raw envelope bytes is that of the key in memory`() throws {
    let answer = try agent.ask(.signature(over: Self.envelope, by: key.publicKey))
    #expect(answer == .signature(try key.sign(Self.envelope)))
  }

  @Test func `no message and the longest message are signed`() throws {
    for count in [0, 256 * 1024 - 64] {
      let message = [UInt8](repeating: 7, count: count)
      let answer = try agent.ask(.signature(over: message, by: key.publicKey))
      #expect(answer == .signature(try key.sign(message)))
    }
  }

  @Test func `the agent refuses a key that it does not hold`() throws {
    let other = try ReleaseSigningTests.key(filledWith: 42).publicKey
    #expect(try agent.ask(.signature(over: [1], by: other)) == .failure)
  }

  @Test func `the agent lists our key among keys of other types and certificates`() throws {
    for (type, name) in [("ecdsa", "elliptic"), ("rsa", "large")] {
      #expect(try agent.folder.run("ssh-keygen", "-q", "-t", type, "-N", "", "-C", name, "-f", name) == 0)
      try agent.add(file: name)
    }
    #expect(try agent.folder.run("ssh-keygen", "-q", "-s", "elliptic", "-I", "id", "large.pub") == 0)
    try agent.add(file: "large")
    guard case .identities(let found) = try agent.ask(.identities) else {
      Issue.record("no identities")
      return
    }
    #expect(found.first { $0.key == .ed25519(key.publicKey) }?.comment == "release key")
    #expect(found.contains { $0.key == .otherType("ecdsa-sha2-nistp256") && $0.comment == "elliptic" })
    #expect(found.contains { $0.key == .otherType("ssh-rsa") })
    #expect(found.contains { $0.key == .otherType("ssh-rsa-cert-v01@openssh.com") })
  }

  @Test func `an empty agent lists no key`() throws {
    #expect(try AgentProcess().ask(.identities) == .identities([]))
  }

  @Test(.enabled(if: ToolFolder.hasMinisign)) func `a key in the agent signs for minisign and ssh-keygen`()
    throws
  {
    let signer = ExternalSigner(key.publicKey) { [agent, key] message in
      let answer = try agent.ask(.signature(over: message, by: key.publicKey))
      guard case .signature(let signature) = answer else { return [] }
      return signature
    }
    let hash = HashAlgorithm.sha512.hash([1])
    #expect(
      try SSHSignature(ofHash: hash, by: signer, namespace: "n")
        == SSHSignature(ofHash: hash, by: key, namespace: "n"))
    try agent.folder.write("content", to: "file")
    let text = try MinisignSignature(
      ofHash: HashAlgorithm.blake2b512.hash(Array("content".utf8)), by: signer, untrustedComment: "",
      trustedComment: "by the agent"
    ).text
    try agent.folder.write(text, to: "file.minisig")
    let word = MinisignPublicKey(key.publicKey).word
    #expect(try agent.folder.run("minisign", "-Vm", "file", "-P", word) == 0)
  }
}
