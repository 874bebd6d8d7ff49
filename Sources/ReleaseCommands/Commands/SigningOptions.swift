internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// The keys of commands that sign.
struct SigningOptions: Sendable {
  var keys: [KeySource] = []
  var ledgerKey: KeySource?

  static let slots: [Slot<SigningOptions>] = [
    .option(
      "--key -k", \.keys, "source", "Sign with this key: a PEM file, `env:NAME`, or `-` for stdin",
      env: "RELEASE_KEY"),
    .option(
      "--ledger-key", \.ledgerKey, "source",
      "Sign the ledger's checkpoint with this key; default: the first --key",
      env: "RELEASE_LEDGER_KEY"),
  ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, SigningOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Loads the keys that were named.
  func load(_ session: Session) throws -> [PrivateKey] { try keys.map(session.privateKey) }

  /// Loads keys for writing to a ledger.
  ///
  /// - Throws: `CutRefusal.noKey` when none was named.
  func journal(for source: LedgerSource, _ session: Session) throws -> LedgerJournal {
    let keys = try load(session)
    guard let first = keys.first else { throw CutRefusal.noKey }
    return LedgerJournal(
      source: source, eventKeys: keys, checkpointKey: try ledgerKey.map(session.privateKey) ?? first)
  }
}
