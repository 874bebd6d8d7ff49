internal import ArgumentSyntax
internal import ReleaseManifests

/// Which ledger, on the command line.
struct LedgerOptions: Sendable {
  var location: String?

  static let slots: [Slot<LedgerOptions>] = [
    .option(
      "--ledger", \.location, "location", "The ledger; default: the one that the configuration names",
      env: "RELEASE_LEDGER")
  ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, LedgerOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Returns the ledger, judged by the project's trust root.
  func source(in workspace: Workspace, _ session: Session) throws -> LedgerSource {
    try source(in: workspace, trust: session.trust(of: workspace), session)
  }

  /// Returns the ledger, judged by a trust root.
  func source(in workspace: Workspace, trust: TrustChain, _ session: Session) throws -> LedgerSource {
    guard let location else { return try session.ledger(of: workspace, trust: trust) }
    return try session.ledger(
      at: session.ledgerLocation(location), trust: trust, in: workspace)
  }
}
