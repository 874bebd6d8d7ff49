import ReleaseSigning
import Testing

@Suite("Messages of an SSH agent") struct SSHAgentMessageTests {
  private static let signature: [UInt8] = (0..<64).map { $0 &* 5 }
  private static let signatureBody = answer(signature: wire("ssh-ed25519") + wire(signature))
  private static let points = [[UInt8](repeating: 8, count: 32), [UInt8](repeating: 9, count: 32)]
  private static let identitiesBody = answer(
    identities: points.map { (wire("ssh-ed25519") + wire($0), "key") })

  private static func answer(signature: [UInt8]) -> [UInt8] { [14] + wire(signature) }

  private static func answer(identities: [(blob: [UInt8], comment: String)]) -> [UInt8] {
    [12, 0, 0, 0, UInt8(identities.count)] + identities.flatMap { wire($0.blob) + wire($0.comment) }
  }

  @Test func `a request for the keys is five bytes`() throws {
    #expect(try SSHAgentRequest.identities.frame() == [0, 0, 0, 1, 11])
  }

  @Test func `a request for a signature holds key, message and no flags`() throws {
    let key = try key(filledWith: 5).publicKey
    let blob = wire("ssh-ed25519") + wire(key.rawRepresentation)
    let body = [13] + wire(blob) + wire([1, 2, 3]) + [0, 0, 0, 0]
    #expect(try SSHAgentRequest.signature(over: [1, 2, 3], by: key).frame() == wire(body))
  }

  @Test func `a request longer than 256 KiB is not made`() throws {
    let key = try key(filledWith: 5).publicKey
    let longest = 256 * 1024 - 64
    let message = [UInt8](repeating: 1, count: longest + 1)
    #expect(try SSHAgentRequest.signature(over: Array(message.dropLast()), by: key).frame().count == 262_148)
    #expect(throws: SSHAgentError.tooLong(262_145)) {
      try SSHAgentRequest.signature(over: message, by: key).frame()
    }
    #expect(throws: SSHAgentError.tooLong(1_000_000)) {
      try SSHAgentRequest.signature(over: [UInt8](repeating: 1, count: 1_000_000), by: key).frame()
    }
  }

  @Test func `the header says how long the body is`() throws {
    #expect(try SSHAgentAnswer.bodyByteCount(header: [0, 0, 0, 1]) == 1)
    #expect(try SSHAgentAnswer.bodyByteCount(header: [0, 4, 0, 0]) == 262_144)
    #expect(throws: SSHAgentError.tooLong(262_145)) {
      try SSHAgentAnswer.bodyByteCount(header: [0, 4, 0, 1])
    }
    #expect(throws: SSHAgentError.tooLong(4_294_967_295)) {
      try SSHAgentAnswer.bodyByteCount(header: [255, 255, 255, 255])
    }
    #expect(throws: SSHAgentError.truncated) { try SSHAgentAnswer.bodyByteCount(header: [0, 0, 0, 0]) }
    #expect(throws: SSHAgentError.truncated) { try SSHAgentAnswer.bodyByteCount(header: [0, 0, 1]) }
    #expect(throws: SSHAgentError.trailingBytes(1)) {
      try SSHAgentAnswer.bodyByteCount(header: [0, 0, 0, 1, 5])
    }
  }

  @Test func `a failure, a signature and keys are told apart`() throws {
    #expect(try SSHAgentAnswer(body: [5]) == .failure)
    #expect(try SSHAgentAnswer(body: Self.signatureBody) == .signature(Self.signature))
    #expect(try SSHAgentAnswer(body: [12, 0, 0, 0, 0]) == .identities([]))
    let keys = try Self.points.map { SSHAgentIdentity.Key.ed25519(try PublicKey(rawRepresentation: $0)) }
    guard case .identities(let found) = try SSHAgentAnswer(body: Self.identitiesBody) else {
      Issue.record("no identities")
      return
    }
    #expect(found.map(\.key) == keys && found.map(\.comment) == ["key", "key"])
  }

  @Test func `keys of other types and unsafe keys do not hide the others`() throws {
    let zero = [UInt8](repeating: 0, count: 32)
    let body = Self.answer(identities: [
      (wire("ssh-rsa") + wire([1, 0, 1]) + wire([1]), "rsa"),
      (wire("ssh-ed25519-cert-v01@openssh.com"), "certificate"),
      (wire("ssh-ed25519") + wire(zero), "zero"), (wire("ssh-ed25519") + wire([1]), "short"),
      (wire("ssh-ed25519") + wire(Self.points[0]), "ours"),
    ])
    guard case .identities(let found) = try SSHAgentAnswer(body: body) else {
      Issue.record("no identities")
      return
    }
    let ours = try PublicKey(rawRepresentation: Self.points[0])
    #expect(
      found.map(\.key) == [
        .otherType("ssh-rsa"), .otherType("ssh-ed25519-cert-v01@openssh.com"), .unusable(.smallOrder),
        .unusable(.wrongLength(1)), .ed25519(ours),
      ])
  }

  @Test func `a key on the wire ends where it says`() {
    let blob = wire("ssh-ed25519") + wire(Self.points[0])
    #expect(throws: SSHAgentError.trailingBytes(1)) {
      try SSHAgentAnswer(body: Self.answer(identities: [(blob + [0], "key")]))
    }
    for count in blob.indices {
      #expect(throws: SSHAgentError.truncated) {
        try SSHAgentAnswer(body: Self.answer(identities: [(Array(blob.prefix(count)), "key")]))
      }
    }
  }

  @Test(arguments: [0, 1, 2, 4, 6, 11, 13, 15, 28, 30, 102, 255] as [UInt8])
  func `an answer of another kind is refused`(kind: UInt8) {
    #expect(throws: SSHAgentError.unexpectedAnswer(kind)) { try SSHAgentAnswer(body: [kind]) }
    #expect(throws: SSHAgentError.unexpectedAnswer(kind)) {
      try SSHAgentAnswer(body: [kind] + Self.signatureBody.dropFirst())
    }
  }

  @Test func `a signature of another algorithm or length is refused`() {
    func decode(_ algorithm: String, _ count: Int, _ rest: [UInt8] = []) throws -> SSHAgentAnswer {
      let signature = wire(algorithm) + wire([UInt8](repeating: 1, count: count)) + rest
      return try SSHAgentAnswer(body: Self.answer(signature: signature))
    }
    for algorithm in [
      "rsa-sha2-512", "ssh-ed25519-cert-v01@openssh.com", "sk-ssh-ed25519@openssh.com", "SSH-ED25519",
    ] {
      #expect(throws: SSHAgentError.wrongSignatureAlgorithm(algorithm)) { try decode(algorithm, 64) }
    }
    for count in [0, 63, 65, 128] {
      #expect(throws: SSHAgentError.wrongSignatureLength(count)) { try decode("ssh-ed25519", count) }
    }
    #expect(throws: SSHAgentError.trailingBytes(1)) { try decode("ssh-ed25519", 64, [0]) }
    for name in ["", "a b", "a,b", "ssh-ed25519\0", "ü", String(repeating: "a", count: 65)] {
      #expect(throws: SSHAgentError.malformedName) { try decode(name, 64) }
    }
  }

  @Test(arguments: [[5], signatureBody, identitiesBody] as [[UInt8]])
  func `an answer cut short or drawn out is refused`(body: [UInt8]) {
    for count in body.indices {
      #expect(throws: SSHAgentError.truncated) { try SSHAgentAnswer(body: Array(body.prefix(count))) }
    }
    #expect(throws: SSHAgentError.trailingBytes(1)) { try SSHAgentAnswer(body: body + [0]) }
    #expect(throws: SSHAgentError.trailingBytes(body.count)) { try SSHAgentAnswer(body: body + body) }
  }

  @Test func `a number of keys that the answer does not hold costs no time`() {
    let time = ContinuousClock().measure {
      #expect(throws: SSHAgentError.truncated) { try SSHAgentAnswer(body: [12, 255, 255, 255, 255]) }
      let least = wire(wire("a")) + wire("")
      let many: [UInt8] = [12, 255, 255, 255, 255] + (0..<20_000).flatMap { _ in least }
      #expect(throws: SSHAgentError.truncated) { try SSHAgentAnswer(body: many) }
    }
    #expect(time < .seconds(2))
  }

  @Test func `an answer longer than 256 KiB is refused`() {
    let body: [UInt8] =
      [12, 0, 0, 0, 1] + wire(wire("ssh-rsa")) + wire([UInt8](repeating: 99, count: 262_144))
    #expect(throws: SSHAgentError.tooLong(body.count)) { try SSHAgentAnswer(body: body) }
  }

  @Test(arguments: [signatureBody, identitiesBody])
  func `no two answers of different bytes mean the same`(body: [UInt8]) throws {
    let meaning = try SSHAgentAnswer(body: body)
    var twins: [[UInt8]] = []
    for position in body.indices {
      for value in UInt8.min ... .max where value != body[position] {
        var changed = body
        changed[position] = value
        if decoded(changed) == meaning { twins.append(changed) }
      }
    }
    #expect(twins.isEmpty)
  }

  @Test func `whatever bytes come, an answer that is understood is written in one way only`() {
    var random = SeededGenerator(seed: 5)
    var understood = 0
    var strange: [[UInt8]] = []
    for round in 0..<20_000 {
      var body = round.isMultiple(of: 2) ? Self.identitiesBody : Self.signatureBody
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&body, with: &random) }
      guard let answer = decoded(body) else { continue }
      understood += 1
      if let encoding = encoding(of: answer), encoding != body { strange.append(body) }
    }
    #expect(strange.isEmpty)
    #expect(understood > 1000)
  }

  private func mutate(_ body: inout [UInt8], with random: inout SeededGenerator) {
    let position = Int.random(in: 0..<body.count, using: &random)
    switch UInt8.random(in: 0...7, using: &random) {
    case 0: body.insert(.random(in: 0 ... .max, using: &random), at: position)
    case 1 where body.count > 1: body.remove(at: position)
    case 2: body[position] = .random(in: 0 ... .max, using: &random)
    default: body[position] ^= 1 << UInt8.random(in: 0...7, using: &random)
    }
  }

  /// Returns what bytes mean, or nil when they are refused.
  private func decoded(_ body: [UInt8]) -> SSHAgentAnswer? {
    do { return try SSHAgentAnswer(body: body) } catch { return nil }
  }

  /// Returns the bytes of an answer, or nil when it does not tell all of them.
  private func encoding(of answer: SSHAgentAnswer) -> [UInt8]? {
    switch answer {
    case .failure: return [5]
    case .signature(let signature): return Self.answer(signature: wire("ssh-ed25519") + wire(signature))
    case .identities(let identities):
      let told = identities.compactMap { identity -> (blob: [UInt8], comment: String)? in
        guard case .ed25519(let key) = identity.key, !identity.comment.contains("\u{fffd}") else {
          return nil
        }
        return (wire("ssh-ed25519") + wire(key.rawRepresentation), identity.comment)
      }
      return told.count == identities.count ? Self.answer(identities: told) : nil
    }
  }
}
