import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import StrictJSON

/// Who holds a key of the project, each that of a seed of 32 equal bytes.
enum Holder: UInt8, Sendable {
  /// The keys of one role each: `root`, `release`, `gate`, `ledger`, `promote:staging`, `promote:*`.
  case owner = 1, cutter, judge, scribe, stager, pusher
  /// Two keys of `approve:*`, either of which may approve.
  case ann, ben
  /// Those who follow `scribe` and `pusher` after a change of the trust root.
  case secondScribe, secondPusher
  /// A key of no role.
  case stranger

  func key() throws -> PrivateKey {
    try PrivateKey(seed: SecretBytes(copying: [UInt8](repeating: rawValue, count: 32)))
  }

  func publicKey() throws -> PublicKey { try key().publicKey }
}

/// The trust roots of the project.
enum Team {
  /// The first root.
  static func first(project: String = "acme/shop") throws -> TrustRoot {
    try root(1, project: project, scribe: .scribe, pusher: .pusher)
  }

  /// A later root, in which others write the ledger and promote.
  static func later(_ version: Int64 = 2) throws -> TrustRoot {
    try root(version, project: "acme/shop", scribe: .secondScribe, pusher: .secondPusher)
  }

  /// A chain of roots, all signed by the owner.
  static func chain(_ roots: TrustRoot...) throws -> TrustChain {
    var chain = try TrustChain(anchor: file(of: roots[0]))
    for root in roots.dropFirst() { try chain.append(file(of: root)) }
    return chain
  }

  /// The file of a root.
  static func file(of root: TrustRoot, signedBy signer: Holder = .owner) throws -> [UInt8] {
    var envelope = root.envelope
    try envelope.sign(with: signer.key())
    return envelope.bytes
  }

  private static func root(
    _ version: Int64, project: String, scribe: Holder, pusher: Holder
  ) throws -> TrustRoot {
    let holders: [Role: [Holder]] = [
      .root: [.owner], .release: [.cutter], .gate: [.judge], .ledger: [scribe],
      .promote("staging"): [.stager],
      .promote("*"): [pusher], .approve("*"): [.ann, .ben],
    ]
    let keys = try holders.values.joined().map { try $0.publicKey() }
    return TrustRoot(
      project: project, version: version, expires: .latest,
      keys: Dictionary(uniqueKeysWithValues: keys.map { ($0.keyID, TrustRoot.Key(publicKey: $0, name: "")) }),
      roles: try holders.mapValues { .init(keyIDs: try $0.map { try $0.publicKey().keyID }, threshold: 1) },
      ledgerOrigin: "\(project)/ledger")
  }
}
