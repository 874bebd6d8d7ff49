import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Chains of trust roots") struct TrustChainTests {
  @Test func `a root that its owner signed begins a chain`() throws {
    let chain = try TrustChain(anchor: rootFile(1, keys: [1], signedBy: [1]))
    #expect(chain.roots.count == 1)
    #expect(chain.current.version == 1)
    #expect(chain.newest == chain.oldest)
  }

  @Test func `a root that nobody of its own signed begins none`() throws {
    #expect(throws: TrustChain.Problem.notSignedByItself(version: 1)) {
      try TrustChain(anchor: rootFile(1, keys: [1, 2], threshold: 2, signedBy: [1, 3]))
    }
  }

  @Test func `a statement is no root, whatever it says and whoever signed it`() throws {
    var envelope = Envelope(payloadType: PayloadType.statement, payload: try numberedRoot(1, keys: [1]).bytes)
    try envelope.sign(with: numberedKey(1))
    #expect(throws: TrustChain.Problem.envelope(.payloadType(PayloadType.statement))) {
      try TrustChain(anchor: envelope.bytes)
    }
  }

  @Test func `a manifest in the envelope of a root is no root`() throws {
    var envelope = Envelope(
      payloadType: PayloadType.trustRoot, payload: try Manifest.sample().statement.bytes)
    try envelope.sign(with: numberedKey(1))
    #expect(throws: TrustChain.Problem.root(.field("schema", value: ""))) {
      try TrustChain(anchor: envelope.bytes)
    }
  }

  @Test func `each root hands over to the next`() throws {
    var chain = try TrustChain(anchor: rootFile(1, keys: [1], signedBy: [1]))
    let second = try rootFile(2, keys: [2], signedBy: [1, 2])
    try chain.append(second)
    try chain.append(rootFile(3, keys: [3], signedBy: [2, 3]))
    #expect(chain.roots.map(\.root.version) == [1, 2, 3])
    #expect(chain.link(version: 2)?.envelope.bytes == second)
    #expect(chain.link(version: 4) == nil)
  }

  @Test(arguments: [
    Handover("the new key alone", version: 2, signedBy: [2], .notSignedByPrevious(version: 2)),
    Handover("the old key alone", version: 2, signedBy: [1], .notSignedByItself(version: 2)),
    Handover("a version left out", version: 3, signedBy: [1, 2], .versionGap(expected: 2, found: 3)),
    Handover("the version that is there", version: 1, signedBy: [1, 2], .versionGap(expected: 2, found: 1)),
    Handover(
      "another project", version: 2, project: "acme/shop2", signedBy: [1, 2],
      .otherProject(expected: "acme/shop", found: "acme/shop2")),
  ]) func `a root that does not follow is refused and changes nothing`(handover: Handover) throws {
    var chain = try TrustChain(anchor: rootFile(1, keys: [1], signedBy: [1]))
    let before = chain
    #expect(throws: handover.problem) { try chain.append(handover.file()) }
    #expect(chain == before)
  }

  @Test func `another root of a version that is there is refused, and so is an older one`() throws {
    var chain = try TrustChain(anchor: rootFile(1, keys: [1], signedBy: [1]))
    try chain.append(rootFile(2, keys: [2], signedBy: [1, 2]))
    for version: Int64 in [1, 2] {
      #expect(throws: TrustChain.Problem.versionGap(expected: 3, found: version)) {
        try chain.append(rootFile(version, keys: [1, 2], signedBy: [1, 2]))
      }
    }
  }

  @Test func `an expired root may hand over, but must not be the last`() throws {
    var chain = try TrustChain(anchor: rootFile(1, keys: [1], expires: -10, signedBy: [1]))
    try chain.append(rootFile(2, keys: [1], expires: -5, signedBy: [1]))
    #expect(chain.current.hasExpired(at: Workshop.now))
    try chain.append(rootFile(3, keys: [1], expires: 5, signedBy: [1]))
    #expect(!chain.current.hasExpired(at: Workshop.now))
  }

  @Test func `a chain at the greatest version takes no other root`() throws {
    var chain = try TrustChain(anchor: rootFile(.max - 1, keys: [1], signedBy: [1]))
    #expect(throws: TrustChain.Problem.versionGap(expected: .max, found: 2)) {
      try chain.append(rootFile(2, keys: [1], signedBy: [1]))
    }
  }
}

/// An attempt to replace the root of key 1 by one of key 2, and why it fails.
struct Handover: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let problem: TrustChain.Problem
  private let version: Int64
  private let project: String
  private let signers: [Int]

  init(
    _ name: String, version: Int64, project: String = "acme/shop", signedBy signers: [Int],
    _ problem: TrustChain.Problem
  ) {
    (testDescription, self.version, self.project) = (name, version, project)
    (self.signers, self.problem) = (signers, problem)
  }

  func file() throws -> [UInt8] {
    var root = try numberedRoot(version, keys: [2])
    root.project = project
    return try rootFile(root, signedBy: signers)
  }
}

/// Returns a root whose keys, known by number, hold its `root` role; it expires so many seconds from now.
func numberedRoot(_ version: Int64, keys: [Int], threshold: Int = 1, expires: Int64 = 1) throws -> TrustRoot {
  let keys = try keys.map { try numberedKey($0).publicKey }
  return TrustRoot(
    project: "acme/shop", version: version, expires: Workshop.now.advanced(by: TimeSpan(seconds: expires)),
    keys: Dictionary(uniqueKeysWithValues: keys.map { ($0.keyID, TrustRoot.Key(publicKey: $0, name: "")) }),
    roles: [.root: .init(keyIDs: keys.map(\.keyID), threshold: threshold)], ledgerOrigin: "acme/shop/ledger")
}

/// Returns the file of a root under the signatures of keys known by number.
func rootFile(_ root: TrustRoot, signedBy signers: [Int]) throws -> [UInt8] {
  var envelope = root.envelope
  for signer in signers { try envelope.sign(with: numberedKey(signer)) }
  return envelope.bytes
}

/// Returns the file of a numbered root.
func rootFile(
  _ version: Int64, keys: [Int], threshold: Int = 1, expires: Int64 = 1, signedBy signers: [Int]
) throws -> [UInt8] {
  try rootFile(numberedRoot(version, keys: keys, threshold: threshold, expires: expires), signedBy: signers)
}
