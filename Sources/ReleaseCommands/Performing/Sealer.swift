internal import Effects
internal import LedgerStores
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// Signs a manifest, writes it and records it: what `cut` does after its tag and `seal` does alone.
///
/// Doing it again with the same inputs finds the same manifest and changes nothing.
struct Sealer: Sendable {
  let session: Session
  let workspace: Workspace
  let keys: [any Signer]
  let ledgerKey: (any Signer)?
  /// The ledger; nil when the project has no trust root to judge one by.
  let ledger: LedgerSource?

  /// Where a release's manifest lies.
  func path(of manifest: Manifest) -> String {
    path(version: manifest.version, component: manifest.component)
  }

  /// Where the manifest of a version lies.
  func path(version: Version, component: String?) -> String {
    ManifestFolder(workspace).path(version: version, component: component)
  }

  /// What would be done.
  func plan(for version: Version, component: String?) -> [Action] {
    let signing: [Action] = [
      .sign(version: version.description, keyIDs: keys.map(\.publicKey.keyID.hex)),
      .writeManifest(path: path(version: version, component: component)),
    ]
    return signing + (ledger.map { [.record(ledger: $0.store.location)] } ?? [])
  }

  /// Refuses before anything is touched what would be refused afterwards: keys without the role, a ledger that does not
  /// hold.
  ///
  /// - Throws: `CutRefusal.noKey`, `LedgerError`, `TrustSourceError`.
  func preflight() throws -> LedgerState? {
    guard !keys.isEmpty else { throw CutRefusal.noKey }
    guard let ledger else { return nil }
    let root = ledger.trust.current
    let allowed = root.publicKeys(for: .release)
    guard keys.allSatisfy({ allowed.contains($0.publicKey) }) else {
      throw LedgerError.keyNotAllowed(.release, keyIDs: keys.map(\.publicKey.keyID))
    }
    return try ledger.snapshot().state
  }

  /// Signs: adds to the signatures of a manifest with the same bytes that lies there already.
  func sign(_ manifest: Manifest) throws -> (envelope: Envelope, isNew: Bool) {
    let drafted = manifest.statement.envelope
    // What nobody could read is not signed.
    _ = try Manifest(Statement(parsing: drafted.payload))
    var envelope = try existing(at: path(of: manifest)) ?? drafted
    guard envelope.payloadDigest == drafted.payloadDigest else {
      throw CutRefusal.sealedOtherwise(
        tag: manifest.tag, recorded: envelope.payloadDigest.hex, drafted: drafted.payloadDigest.hex)
    }
    let before = envelope.signatures.count
    for key in keys { try envelope.sign(with: key) }
    return (envelope, envelope.signatures.count > before)
  }

  private func existing(at path: String) throws -> Envelope? {
    guard let bytes = try session.world.files.readIfPresent(path, limit: 8 << 20) else { return nil }
    return try Envelope(parsing: bytes, expecting: PayloadType.statement)
  }

  /// Signs, writes and records.
  func seal(_ manifest: Manifest) throws -> Seal {
    let (envelope, isNew) = try sign(manifest)
    if let state = try ledger?.snapshot().state { try refuseOtherRecord(of: manifest, envelope, in: state) }
    let path = path(of: manifest)
    let replaced = try existing(at: path)
    var actions: [Action] = []
    if isNew {
      try session.world.files.makeDirectory(PathText.folder(of: path))
      try session.world.files.write(envelope.bytes, to: path, mode: 0o644)
      actions = Array(plan(for: manifest.version, component: manifest.component).prefix(2))
    }
    let (index, isRecorded) = try undoing(isNew ? path : nil, replaced: replaced) {
      try record(manifest, envelope)
    }
    if let ledger, isRecorded { actions.append(.record(ledger: ledger.store.location)) }
    return Seal(
      envelope: envelope, manifest: manifest, path: path,
      place: String(path.dropFirst(workspace.root.count + 1)), ledgerIndex: index, actions: actions)
  }

  /// Puts the file back as it was when the record fails.
  private func undoing<R>(_ written: String?, replaced: Envelope?, _ work: () throws -> R) throws -> R {
    do { return try work() } catch {
      if let written, let replaced {
        try session.world.files.write(replaced.bytes, to: written, mode: 0o644)
      } else if let written {
        try session.world.files.remove(written)
      }
      throw error
    }
  }

  /// A version is sealed once: the ledger remembers with what.
  private func refuseOtherRecord(of manifest: Manifest, _ envelope: Envelope, in state: LedgerState) throws {
    let recorded = state.releases(version: manifest.version.description, component: manifest.component)
    if let other = recorded.first(where: {
      $0.release.manifestDigest != envelope.payloadDigest && $0.release.component == manifest.component
    }) {
      throw CutRefusal.sealedOtherwise(
        tag: manifest.tag, recorded: other.release.manifestDigest.hex, drafted: envelope.payloadDigest.hex)
    }
  }

  /// Records the release once; too few signatures are said and left for the next who signs.
  private func record(_ manifest: Manifest, _ envelope: Envelope) throws -> (index: UInt64?, isNew: Bool) {
    guard let ledger else {
      session.console.warning("there is no trust root, so the release is not recorded in a ledger")
      session.console.hint("make one with `release trust init`")
      return (nil, false)
    }
    let release = ReleaseReference(
      component: manifest.component, version: manifest.version, manifestDigest: envelope.payloadDigest)
    guard ledger.trust.current.accepts(envelope, for: .release) else {
      let needed = ledger.trust.current.grant(for: .release)?.threshold ?? 1
      session.console.warning("\(envelope.signatures.count) of \(needed) signatures: not recorded yet")
      session.console.hint("another holder of `release` runs `release seal \(manifest.tag) --key …`")
      return (nil, false)
    }
    let journal = LedgerJournal(source: ledger, eventKeys: keys, checkpointKey: ledgerKey ?? keys[0])
    let draft = LedgerEvent.Draft(
      .release, release: release, at: session.now, actor: session.actor,
      detail: ["tag": .string(manifest.tag)])
    let attachment = (path: LedgerPath.manifest(envelope.payloadDigest), bytes: envelope.bytes)
    return try journal.append([draft], attaching: [attachment]) { state in
      // Again under the lock: another job may have sealed the version since.
      try refuseOtherRecord(of: manifest, envelope, in: state)
      return state.record(of: envelope.payloadDigest)?.index
    }
  }
}
