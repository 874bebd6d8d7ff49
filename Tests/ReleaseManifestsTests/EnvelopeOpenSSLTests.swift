import Foundation
import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

/// What `docs` tell people to do with stock tools: `openssl pkeyutl` over the encoding of DSSE.
@Suite("Envelopes and stock openssl", .enabled(if: OpenSSL.isPresent)) struct EnvelopeOpenSSLTests {
  private let openssl: OpenSSL

  init() throws { openssl = try OpenSSL() }

  @Test func `openssl verifies the signature of a manifest`() throws {
    let envelope = try Workshop().envelope(signedBy: .alice)
    try openssl.write(Array(Signer.alice.key().publicKey.pem.utf8), to: "public.pem")
    try openssl.write(envelope.signatures[0].bytes, to: "signature")
    try openssl.write(envelope.preAuthenticationEncoding, to: "message")
    let verify = "pkeyutl -verify -pubin -inkey public.pem -rawin -in message -sigfile signature"
    #expect(try openssl.run(verify) == 0)
    try openssl.write(envelope.payload, to: "message")
    #expect(try openssl.run(verify) != 0)
  }

  @Test func `a manifest that openssl signed is accepted`() throws {
    try openssl.run("genpkey -algorithm ed25519 -out key.pem")
    try openssl.run("pkey -in key.pem -pubout -out public.pem")
    let payload = try Manifest.sample().statement.bytes
    let message = Array("DSSEv1 28 application/vnd.in-toto+json \(payload.count) ".utf8) + payload
    try openssl.write(message, to: "message")
    try openssl.run("pkeyutl -sign -inkey key.pem -rawin -in message -out signature")
    let key = try PublicKey(pem: openssl.read("public.pem"))
    let bytes = rawEnvelope(payload, [("", try openssl.read("signature"))])
    let verdict = ManifestVerifier(trusting: .keys([key]), at: Workshop.now).verify(bytes)
    #expect(verdict.verified?.signers == [key])
  }

  @Test func `openssl signs the same bytes as we do`() throws {
    let (alice, envelope) = (try Signer.alice.key(), try Workshop().envelope(signedBy: .alice))
    try alice.pem().withBytes { span in try openssl.write(span.indices.map { span[$0] }, to: "key.pem") }
    try openssl.write(envelope.preAuthenticationEncoding, to: "message")
    try openssl.run("pkeyutl -sign -inkey key.pem -rawin -in message -out signature")
    #expect(try openssl.read("signature") == envelope.signatures[0].bytes)
  }
}

/// The stock `openssl` program in a folder of its own, which goes away with it.
private final class OpenSSL {
  private static let program = ["/usr/bin/openssl", "/opt/homebrew/opt/openssl@3/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static let isPresent = program != nil

  private let folder = URL.temporaryDirectory.appending(path: "envelopes-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }  // A folder left behind fails no test.

  /// Runs the program with arguments split at blanks and returns its exit status.
  @discardableResult func run(_ arguments: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.program))
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.environment = ["HOME": folder.path, "LC_ALL": "C"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }
}
