internal import Effects
internal import LedgerStores
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

/// Why a ledger cannot be used.
enum LedgerSourceError: Error {
  /// The kind of place is not one that this version can read.
  case notSupported(location: String)
  /// There is nothing there.
  case missing(location: String)
  /// The manifest of a recorded release is not kept with the ledger.
  case manifestMissing(ReleaseReference, location: String)
  /// What is kept under a manifest's digest has another one, or is not signed as it must be.
  case manifestInvalid(ReleaseReference, [Refusal])
}

/// A ledger's place and the trust that it is judged by.
struct LedgerSource: Sendable {
  let store: any LedgerStore
  let trust: TrustChain

  /// Reads and checks the whole ledger.
  func snapshot() throws -> LedgerSnapshot {
    try store.read { read in try LedgerSnapshot(reading: read, trusting: trust) }
  }

  /// Reads and checks the whole ledger, which must be there.
  ///
  /// - Throws: `LedgerSourceError.missing` when nothing was ever recorded.
  func existing() throws -> LedgerSnapshot {
    let snapshot = try snapshot()
    guard snapshot.checkpoint != nil else { throw LedgerSourceError.missing(location: store.location) }
    return snapshot
  }

  /// Returns the manifest of a release, checked by the trust root that was in force when it was recorded.
  ///
  /// Whose signature counts was decided then; whether the newest root has expired is asked once, by whoever uses it.
  ///
  /// - Throws: `LedgerSourceError`.
  func manifest(of release: ReleaseReference, in snapshot: LedgerSnapshot) throws -> VerifiedManifest {
    let path = LedgerPath.manifest(release.manifestDigest)
    guard let bytes = try store.read({ read in try read(path) }) else {
      throw LedgerSourceError.manifestMissing(release, location: store.location)
    }
    var root = snapshot.trust.current
    // A ledger that has not heard of the newest root may still be written to by keys that it took away.
    if snapshot.knowsNewestRoot, let record = snapshot.state.record(of: release.manifestDigest),
      let then = snapshot.trust.link(version: record.rootVersion)?.root
    {
      root = then
    }
    root.expires = .latest
    let verdict = ManifestVerifier(trusting: .root(root, role: .release), at: .earliest).verify(bytes)
    // The event's words about version and component are not the manifest's: both must say the same.
    guard let verified = verdict.verified, verified.reference == release else {
      throw LedgerSourceError.manifestInvalid(release, verdict.refusals)
    }
    return verified
  }
}

extension Session {
  /// A ledger's place as it was given: an address as it stands, a folder seen from the command's own.
  func ledgerLocation(_ given: String) -> String {
    Self.addresses.contains(where: given.hasPrefix) ? given : path(given)
  }

  private static let addresses = ["git:", "https:", "http:"]

  /// Returns the ledger of a place: a folder.
  ///
  /// - Throws: `LedgerSourceError.notSupported` for other kinds.
  func ledger(at location: String, trust: TrustChain, in workspace: Workspace) throws -> LedgerSource {
    guard !Self.addresses.contains(where: location.hasPrefix) else {
      throw LedgerSourceError.notSupported(location: location)
    }
    let store = DirectoryLedgerStore(
      workspace.path(location), files: world.files, holder: "\(actor) since \(now.description)")
    return LedgerSource(store: store, trust: trust)
  }

  /// Returns the ledger that the configuration names.
  func ledger(of workspace: Workspace, trust: TrustChain) throws -> LedgerSource {
    try ledger(at: workspace.configuration.ledger, trust: trust, in: workspace)
  }
}
