import Foundation
import ReleaseSigning
import Testing

@Suite("Exchange with stock minisign", .enabled(if: ToolFolder.hasMinisign)) struct MinisignInteropTests {
  private let tool: ToolFolder
  private let key: PrivateKey
  private let publicKey: MinisignPublicKey
  private static let seed = [UInt8](repeating: 21, count: 32)

  init() throws {
    tool = try ToolFolder()
    key = try ReleaseSigningTests.key(filledWith: 21)
    publicKey = MinisignPublicKey(key.publicKey)
    try tool.write(publicKey.text, to: "key.pub")
    try tool.write("content\n", to: "file")
  }

  private func signature(
    over bytes: [UInt8] = Array("content\n".utf8), untrusted: String = "of a test",
    trusted: String = "file:file"
  ) throws -> String {
    try MinisignSignature(
      ofHash: HashAlgorithm.blake2b512.hash(bytes), by: key, untrustedComment: untrusted,
      trustedComment: trusted
    ).text
  }

  /// Returns whether minisign accepts `file` under a signature.
  private func accepts(_ signature: String, under publicKey: String = "key.pub") throws -> Bool {
    try tool.write(signature, to: "file.minisig")
    return try tool.run("minisign", "-V", "-p", publicKey, "-m", "file") == 0
  }

  @Test(arguments: ["file:file", "", "timestamp:1\tfile:file\thashed", "Grüße 🎉 \\ \"%s\" ", "a: b"])
  func `minisign accepts our signature and shows the trusted comment`(comment: String) throws {
    #expect(try accepts(signature(trusted: comment)))
    #expect(try tool.read("stdout").hasSuffix("\nTrusted comment: \(comment)\n"))
  }

  @Test func `minisign accepts our public key as a word`() throws {
    try tool.write(signature(), to: "file.minisig")
    #expect(try tool.run("minisign", "-Vm", "file", "-P", publicKey.word) == 0)
  }

  @Test func `minisign signs and names the key as we do, to the byte`() throws {
    try tool.write(ForeignKeyFiles.minisign(seed: Self.seed, publicKey), to: "key")
    #expect(
      try tool.run("minisign", "-S", "-s", "key", "-m", "file", "-c", "of a test", "-t", "file:file") == 0)
    #expect(try tool.read("file.minisig") == signature())
    #expect(try tool.run("minisign", "-R", "-s", "key", "-p", "recreated.pub") == 0)
    #expect(try tool.read("recreated.pub") == publicKey.text)
  }

  @Test func `minisign refuses a changed file`() throws {
    let signature = try signature()
    try tool.write("content", to: "file")
    #expect(try !accepts(signature))
    #expect(try tool.read("stderr").contains("Signature verification failed"))
  }

  @Test func `minisign refuses a changed trusted comment`() throws {
    let text = try signature().replacing("file:file", with: "file:fi1e")
    #expect(try !accepts(text))
    #expect(try tool.read("stderr").contains("Comment signature verification failed"))
  }

  @Test func `minisign takes a changed untrusted comment for what it is`() throws {
    #expect(try accepts(signature().replacing("of a test", with: "of another test")))
  }

  @Test func `minisign refuses our signature under another key, even one of the same number`() throws {
    let other = try ReleaseSigningTests.key(filledWith: 22).publicKey
    try tool.write(MinisignPublicKey(other).text, to: "other.pub")
    #expect(try !accepts(signature(), under: "other.pub"))
    let forged = base64(Array("Ed".utf8) + publicKey.number + other.rawRepresentation)
    try tool.write("untrusted comment: forged\n\(forged)\n", to: "forged.pub")
    #expect(try !accepts(signature(), under: "forged.pub"))
  }

  @Test func `an empty file is signed like any other`() throws {
    try tool.write([], to: "file")
    #expect(try accepts(signature(over: [])))
    #expect(try !accepts(signature(over: [0])))
  }

  @Test func `a file of 100 MB is signed by its streamed hash`() throws {
    let piece = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let file = try FileHandle(forWritingTo: tool.url.appending(path: "file"))
    var hasher = StreamHasher(.blake2b512)
    for _ in 0..<100 {
      hasher.update(piece.span)
      try file.write(contentsOf: piece)
    }
    try file.close()
    let text = try MinisignSignature(
      ofHash: hasher.finalize(), by: key, untrustedComment: "", trustedComment: "100 MB"
    ).text
    #expect(try accepts(text))
  }

  @Test func `the longest comments are as long as minisign reads them`() throws {
    let untrusted = String(repeating: "u", count: MinisignSignature.longestUntrustedComment)
    let trusted = String(repeating: "t", count: MinisignSignature.longestTrustedComment)
    let text = try signature(untrusted: untrusted, trusted: trusted)
    #expect(try accepts(text))
    #expect(try !accepts(text.replacing("comment: uu", with: "comment: uuu")))
    #expect(try tool.read("stderr").contains("Untrusted signature comment too long"))
    #expect(try !accepts(text.replacing("comment: tt", with: "comment: ttt")))
    #expect(try !tool.read("stderr").contains("verification failed"))
  }
}
