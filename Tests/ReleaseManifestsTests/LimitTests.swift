import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

/// What a stranger can make us work. Without a linear bound each of these takes many minutes.
@Suite("Limits of signed documents", .timeLimit(.minutes(20))) struct LimitTests {
  @Test func `100,000 subjects are read`() throws {
    let subjects = (0..<100_000).map { number in
      #"{"name":"\#(String(number, radix: 36))","digest":{"gitCommit":"\#(hex("a", 40))"}}"#
    }
    let document =
      #"{"_type":"https://in-toto.io/Statement/v1","predicateType":"","predicate":{},"subject":["#
    let bytes = Array((document + subjects.joined(separator: ",") + "]}").utf8)
    #expect(try Statement(parsing: bytes).subjects.count == 100_000)
  }

  @Test func `a role of 64 keys is read and one of 65 is not`() throws {
    #expect(try TrustRoot(parsing: root(keys: 64).bytes).publicKeys(for: .root).count == 64)
    #expect(throws: StatementError.field("roles.root.keyids", value: "65")) {
      try TrustRoot(parsing: root(keys: 65).bytes)
    }
  }

  @Test func `64 signatures are tried under 64 keys`() throws {
    let root = try root(keys: 64)
    let nobodys = try numberedKey(200).sign([])
    let file = rawEnvelope(root.bytes, type: PayloadType.trustRoot, (0..<64).map { ("\($0)", nobodys) })
    #expect(throws: TrustChain.Problem.notSignedByItself(version: 1)) { try TrustChain(anchor: file) }
  }

  @Test func `64 signatures are tried over a payload of a mebibyte`() throws {
    let shop = try Workshop()
    let payload = [UInt8](repeating: 0x20, count: 1 << 20)
    let nobodys = try numberedKey(200).sign([])
    let file = rawEnvelope(payload, (0..<64).map { ("\($0)", nobodys) })
    #expect(shop.verdict(on: file).faults == [.signature(of: 64)])
  }

  @Test func `padding an envelope takes seconds, and hides nobody who is named`() throws {
    let keys = try (1...64).map { try numberedKey($0).publicKey }
    var envelope = Envelope(
      payloadType: PayloadType.statement, payload: [UInt8](repeating: 0x20, count: 5 << 20))
    try envelope.sign(with: numberedKey(64))
    let junk = (0..<63).map { (keyID: "junk \($0)", bytes: [UInt8](repeating: UInt8($0), count: 64)) }
    let good = envelope.signatures.map { (keyID: $0.keyID, bytes: $0.bytes) }
    let padded = try Envelope(
      parsing: rawEnvelope(envelope.payload, junk + good), expecting: PayloadType.statement)
    let started = ContinuousClock.now
    #expect(padded.signers(among: keys) == [keys[63]])
    // All 4,032 attempts would read 20 GiB.
    #expect(started.duration(to: .now) < .seconds(100))
  }

  @Test(arguments: [
    Flood("open lists", "[", .envelopeText(.tooDeep)),
    Flood("open objects", #"{"a":"#, .envelopeText(.tooDeep)),
    Flood("quotation marks", #"""#, .envelopeText(.trailingBytes)),
    Flood("escapes", start: "\"", #"\u0041"#, .envelopeText(.unexpectedEnd)),
    Flood("numbers", start: "[", "0,", .envelopeText(.unexpectedEnd)),
    Flood("one key", start: "{", #""a":0,"#, .envelopeText(.duplicateKey("a"))),
  ]) func `8 MiB of anything are judged`(flood: Flood) throws {
    #expect(try Workshop().verdict(on: flood.bytes).faults == [flood.fault])
  }

  @Test func `8 MiB of keys that normalisation makes one are judged`() throws {
    let members = (0..<150_000).map { number in
      "\"" + (0..<18).map { number >> $0 & 1 == 0 ? "\u{E9}" : "e\u{301}" }.joined() + "\":0"
    }
    let bytes = Array(("{" + members.joined(separator: ",") + "}").utf8)
    try #require((7 << 20..<8 << 20).contains(bytes.count))
    #expect(
      try Workshop().verdict(on: bytes).faults == [.envelope(.shape(missing(.key("payloadType"))))])
  }

  /// A cursor on each of the four million that 8 MiB hold took 600 MB.
  @Test func `a million signatures are counted, not read`() throws {
    let start = #"{"payloadType":"","payload":"","signatures":[0"#
    let bytes = Array((start + String(repeating: ",0", count: 999_999) + "]}").utf8)
    #expect(try Workshop().verdict(on: bytes).faults == [.envelope(.signatureCount(1_000_000))])
  }

  /// Comparing each with each took seven seconds, optimised.
  @Test func `4,000 images are told apart`() throws {
    var manifest = try Manifest.sample()
    manifest.images = try (0..<4000).map { try .named("n\(10_000 + $0)") }
    let read = try Manifest(Statement(parsing: manifest.statement.bytes))
    #expect(read.images.count == 4000)
  }

  private func root(keys count: Int) throws -> TrustRoot { try numberedRoot(1, keys: Array(1...count)) }
}

/// A document of 8 MiB that is one text again and again, and why it is refused.
struct Flood: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let fault: Fault
  private let start: String
  private let unit: String

  init(_ name: String, start: String = "", _ unit: String, _ fault: Fault) {
    (testDescription, self.fault, self.start, self.unit) = (name, fault, start, unit)
  }

  var bytes: [UInt8] {
    Array((start + String(repeating: unit, count: ((8 << 20) - start.utf8.count) / unit.utf8.count)).utf8)
  }
}
