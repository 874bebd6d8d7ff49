internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// The keys of commands that sign.
struct SigningOptions: Sendable {
  var keys: [KeySource] = []
  var ledgerKey: KeySource?
  var ring = KeyRingOptions()

  static let slots: [Slot<SigningOptions>] =
    [
      .option(
        "--key -k", \.keys, "source", "Sign with this key: \(KeySource.forms)",
        env: "RELEASE_KEY"),
      .option(
        "--ledger-key", \.ledgerKey, "source",
        "Sign the ledger's checkpoint with this key; default: the first --key",
        env: "RELEASE_LEDGER_KEY"),
    ] + KeyRingOptions.slots.map { .lifted($0, at: \.ring) }

  static func lifted<C: Command>(at path: any WritableKeyPath<C, SigningOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Loads the keys that were named, and the one for checkpoints when it was named apart.
  func load(_ session: Session) throws -> (keys: [any Signer], ledgerKey: (any Signer)?) {
    guard !keys.isEmpty || ledgerKey != nil else { return ([], nil) }
    let ring = try ring.ring(session)
    return (try keys.map(ring.signer), try ledgerKey.map(ring.signer))
  }

  /// Loads keys for writing to a ledger.
  ///
  /// - Throws: `CutRefusal.noKey` when none was named.
  func journal(for source: LedgerSource, _ session: Session) throws -> LedgerJournal {
    let (keys, ledgerKey) = try load(session)
    guard let first = keys.first else { throw CutRefusal.noKey }
    return LedgerJournal(source: source, eventKeys: keys, checkpointKey: ledgerKey ?? first)
  }
}
