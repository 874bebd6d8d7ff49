internal import Effects
internal import ReleaseLedger
internal import ReleaseManifests
internal import SemanticVersions
internal import StrictJSON

/// Everything that sealing needs, checked before anything is touched.
struct SealPreparation {
  let sealer: Sealer
  private let workspace: Workspace
  private let history: History
  private let contents: ReleaseContents
  private let project: String
  private let state: LedgerState?

  init(
    workspace: Workspace, history: History, contents: ContentsOptions, ledger options: LedgerOptions,
    signing: SigningOptions,
    session: Session
  ) async throws {
    let trust = try session.trustIfAny(of: workspace)
    let ledger = try trust.map { try options.source(in: workspace, trust: $0, session) }
    let (keys, ledgerKey) = try signing.load(session)
    sealer = Sealer(
      session: session, workspace: workspace, keys: keys, ledgerKey: ledgerKey, ledger: ledger)
    state = try sealer.preflight()
    project = try workspace.project(trust: trust?.current)
    if let trust, trust.current.project != project {
      throw SealProblem.otherProject(configured: project, trusted: trust.current.project)
    }
    if let trust, trust.current.hasExpired(at: session.now) {
      throw SealProblem.trustExpired(trust.current.expires)
    }
    self.workspace = workspace
    self.history = history
    self.contents = try await contents.collect(in: workspace, session)
  }

  /// Holds the images against what the project asks of them.
  ///
  /// - Parameter commit: the commit that they were built from.
  /// - Throws: `ImageProblem`.
  func requireImages(of version: Version, from commit: String) throws {
    let rules = ImageRules(configuration: workspace.configuration, console: sealer.session.console)
    try rules.check(contents.images, commit: commit, version: version)
  }

  /// The manifest of a commit under a tag.
  func draft(commit: String, tag: String, channel: String?) -> ManifestDraft {
    ManifestDraft(
      workspace: workspace, history: history, commit: commit, tag: tag,
      contents: contents, channel: channel,
      project: project, ledger: state)
  }
}

/// Why a release cannot be sealed here.
enum SealProblem: Error {
  /// Configuration and trust root name different projects.
  case otherProject(configured: String, trusted: String)
  /// The trust root has expired.
  case trustExpired(Timestamp)
}
