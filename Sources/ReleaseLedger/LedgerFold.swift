internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON
internal import TransparencyLog

/// Goes through the entries of a log in order and checks each by the trust root in force at its place.
struct LedgerFold {
  private(set) var entries: [LedgerEntry] = []
  private(set) var state = LedgerState()
  private(set) var trust: TrustChain
  private(set) var rootVersion: Int64 = 0
  private let read: LedgerReader

  /// Begins before the first entry.
  init(trust: TrustChain, reading read: @escaping LedgerReader) {
    self.trust = trust
    self.read = read
  }

  /// Goes on after the last entry of a snapshot.
  init(after snapshot: LedgerSnapshot, reading read: @escaping LedgerReader) {
    entries = snapshot.entries
    state = snapshot.state
    trust = snapshot.trust
    rootVersion = snapshot.rootVersion
    self.read = read
  }

  /// Takes in the next entry.
  ///
  /// - Throws: `LedgerError.violation` with its place, or what reading throws.
  mutating func take(_ bytes: [UInt8]) throws {
    let index = UInt64(entries.count)
    do {
      try takeUnplaced(bytes, index: index)
    } catch let fault as LedgerViolation.Fault {
      throw LedgerError.violation(LedgerViolation(index: index, fault: fault))
    }
  }

  private mutating func takeUnplaced(_ bytes: [UInt8], index: UInt64) throws {
    let envelope = try Self.envelope(bytes)
    let event = try Self.event(envelope)
    if event.kind == .trust { try enforce(event) }
    guard let root = trust.link(version: rootVersion)?.root else { throw LedgerViolation.Fault.noTrustRoot }
    guard root.project.utf8.elementsEqual(event.project.utf8) else {
      throw LedgerViolation.Fault.project(expected: root.project, found: event.project)
    }
    let role = event.kind.role(in: event.environment)
    guard root.accepts(envelope, for: role, threshold: event.kind.threshold) else {
      throw LedgerViolation.Fault.role(role)
    }
    let signers = envelope.signers(among: root.publicKeys(for: role))
    let entry = LedgerEntry(index: index, leafHash: LogHash.leaf(bytes), event: event, signers: signers)
    try state.take(entry, rootVersion: rootVersion)
    entries.append(entry)
  }

  private static func envelope(_ bytes: [UInt8]) throws(LedgerViolation.Fault) -> Envelope {
    do { return try Envelope(parsing: bytes, expecting: PayloadType.statement) } catch {
      throw .envelope(error)
    }
  }

  private static func event(_ envelope: Envelope) throws(LedgerViolation.Fault) -> LedgerEvent {
    do { return try LedgerEvent(Statement(parsing: envelope.payload)) } catch { throw .event(error) }
  }

  /// Puts the root that a `trust` event names into force: one that the verifier holds already, or a later one, which
  /// the chain must vouch for.
  private mutating func enforce(_ event: LedgerEvent) throws {
    guard case .integer(let version)? = event.detail["version"], let hex = event.text("digest"),
      version > rootVersion
    else { throw LedgerViolation.Fault.trustRoot(version: rootVersion) }
    try learn(through: version)
    guard trust.link(version: version)?.digest.hex == hex else {
      throw LedgerViolation.Fault.trustRoot(version: version)
    }
    rootVersion = version
  }

  /// Takes in the roots up to a version one by one: a ledger whose writer saw two changes at once names only the last.
  private mutating func learn(through version: Int64) throws {
    while trust.current.version < version {
      let next = trust.current.version + 1
      guard let bytes = try read(LedgerPath.root(version: next)) else {
        throw LedgerViolation.Fault.trustRoot(version: next)
      }
      do { try trust.append(bytes) } catch { throw LedgerViolation.Fault.trustChain(error) }
    }
  }
}
