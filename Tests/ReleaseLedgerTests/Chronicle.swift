import ReleaseLedger
import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON
import TransparencyLog

/// A ledger's folder in memory.
final class MemoryStore {
  var files: [String: [UInt8]] = [:]

  func read(_ path: String) -> [UInt8]? { files[path] }

  /// Writes what a ledger grows by, the checkpoint last.
  func write(_ growth: LedgerGrowth) {
    for file in growth.files { files[file.path] = file.bytes }
    files[LedgerPath.checkpoint] = growth.checkpoint
  }

  /// Reads the ledger as one who has nothing but the trust roots.
  func snapshot(trusting trust: TrustChain) throws -> LedgerSnapshot {
    try LedgerSnapshot(reading: read, trusting: trust)
  }
}

/// A ledger in the writing: each event a minute after the one before, signed by whoever holds its role.
final class Chronicle {
  static let start = Timestamp(secondsSinceEpoch: 1_772_366_400)

  let store = MemoryStore()
  /// The writer's trust roots.
  var trust: TrustChain
  /// Who signs checkpoints.
  var scribe = Holder.scribe
  /// Who promotes to every environment but staging.
  var pusher = Holder.pusher
  private(set) var minutes: Int64 = 0
  private var operations = 0

  init(trusting trust: TrustChain? = nil) throws { self.trust = try trust ?? Team.chain(Team.first()) }

  /// The ledger as its writer finds it.
  func snapshot() throws -> LedgerSnapshot { try store.snapshot(trusting: trust) }

  /// Appends an event.
  @discardableResult func record(
    _ kind: EventKind, _ release: ReleaseReference? = nil, in environment: String? = nil,
    operation: String? = nil,
    by signers: Holder..., detail: JSONObject = [:]
  ) throws -> LedgerGrowth {
    let draft = LedgerEvent.Draft(
      kind, environment: environment, release: release, operation: operation, at: tick(), actor: "ci",
      detail: detail)
    let holders = signers.isEmpty ? [holder(of: kind, in: environment)] : signers
    let writer = LedgerWriter(eventKeys: try holders.map { try $0.key() }, checkpointKey: try scribe.key())
    let growth = try snapshot().appending([draft], by: writer, reading: store.read)
    store.write(growth)
    return growth
  }

  /// Records a promotion that succeeds.
  func promote(_ release: ReleaseReference, to environment: String = "production") throws {
    let operation = nextOperation()
    try record(.promotionStarted, release, in: environment, operation: operation)
    try record(.promotionSucceeded, release, in: environment, operation: operation)
  }

  /// Records a rollback that succeeds.
  func rollBack(to release: ReleaseReference, in environment: String = "production") throws {
    let operation = nextOperation()
    try record(.rollbackStarted, release, in: environment, operation: operation)
    try record(.rollbackSucceeded, release, in: environment, operation: operation)
  }

  /// The entries as they stand in the log.
  func entries() throws -> [[UInt8]] {
    let head = try snapshot().head
    return try TileLog.entries(0..<head.size, in: head) { [store] in store.read($0.path) ?? [] }
  }

  private func tick() -> Timestamp {
    minutes += 1
    return Self.moment(minutes)
  }

  /// The moment so many minutes after the start.
  static func moment(_ minutes: Int64) -> Timestamp { start.advanced(by: TimeSpan(seconds: 60 * minutes)) }

  private func nextOperation() -> String {
    operations += 1
    return "op-\(operations)"
  }

  private func holder(of kind: EventKind, in environment: String?) -> Holder {
    switch kind {
    case .trust: scribe
    case .release, .yank: .cutter
    case .gate, .waiver: .judge
    case .approval: .ann
    default: environment == "staging" ? .stager : pusher
    }
  }
}

/// Returns a release of a version, its manifest's digest that of the version.
func release(_ version: Version, component: String? = nil) -> ReleaseReference {
  let name = "\(component ?? "") \(version)"
  return ReleaseReference(component: component, version: version, manifestDigest: .sha256(name.utf8))
}

/// The releases that the tests speak of.
let (one, two, three) = (release(Version(1, 0, 0)), release(Version(2, 0, 0)), release(Version(3, 0, 0)))
