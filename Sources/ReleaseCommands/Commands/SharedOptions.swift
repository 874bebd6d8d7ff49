internal import ArgumentSyntax
internal import Effects
internal import LedgerStores
internal import ReleaseLedger
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

/// What a release consists of, on the command line.
struct ContentsOptions: Sendable {
  var images: [PinnedImage] = []
  var artifacts: [String] = []
  var sboms: [String] = []

  static let slots: [Slot<ContentsOptions>] = [
    .option("--image", \.images, "name=ref", "An image, pinned: `NAME=REFERENCE@sha256:…`"),
    .option("--artifact", \.artifacts, "path", "A file or folder of the release"),
    .option("--sbom", \.sboms, "file", "A software bill of materials: CycloneDX or SPDX, JSON"),
  ]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, ContentsOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// Hashes what was named; without `--artifact` what the configuration's patterns fit.
  func collect(in workspace: Workspace, _ session: Session) throws -> ReleaseContents {
    let collector = ContentsCollector(files: session.world.files, root: workspace.root)
    let paths =
      try artifacts.isEmpty
      ? collector.matches(workspace.configuration.artifacts) : artifacts.map(session.path)
    return ReleaseContents(
      images: try images.map { try $0.image(in: workspace.configuration) },
      artifacts: try collector.artifacts(paths),
      sboms: try collector.sboms(sboms.map(session.path)))
  }
}
