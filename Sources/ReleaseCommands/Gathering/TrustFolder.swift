internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Where the trust roots of a project lie: the newest under the configured name, each under its version beside it, and
/// what waits for signatures.
struct TrustFolder {
  private let session: Session
  private let workspace: Workspace
  /// The newest root.
  let path: String

  init(_ workspace: Workspace, _ session: Session) {
    self.session = session
    self.workspace = workspace
    path = workspace.path(workspace.configuration.trust)
  }

  /// Lets one writer at a time read, sign and write.
  func locked<R>(_ work: () throws -> R) throws -> R {
    let files = session.world.files
    let place = try files.status(folder) == nil ? workspace.root : folder
    let path = "\(place)/.trust.lock"
    let lock = try files.lock(path, as: session.actor, waitingAtMost: 30)
    defer {
      // Whoever waits makes a new one; a file that stays is no harm.
      try? files.remove(path)
      lock.unlock()
    }
    return try work()
  }

  /// The roots in force; nil when there is none yet.
  func chain() throws -> TrustChain? { try session.trustIfAny(of: workspace) }

  /// Where the proposal of a version lies, unless it was named.
  ///
  /// - Throws: `TrustProblem.proposalIsRoot`.
  func proposalPath(_ named: String?, version: Int64) throws -> String {
    guard let named else { return "\(folder)/\(version).pending.json" }
    let place = PathText.normalized(session.path(named))
    guard place != PathText.normalized(path), !place.hasSuffix(".root.json") else {
      throw TrustProblem.proposalIsRoot(path: named)
    }
    return place
  }

  /// Reads the proposal at a path; nil when there is none.
  ///
  /// - Throws: `TrustProblem.proposal`, `FileError`.
  func proposal(at path: String, after predecessor: TrustRoot?) throws -> TrustProposal? {
    guard let bytes = try session.world.files.readIfPresent(path, limit: 2 << 20) else { return nil }
    let proposal: TrustProposal
    do { proposal = try TrustProposal(parsing: bytes, after: predecessor) } catch {
      throw TrustProblem.proposal(path: path, error)
    }
    for key in proposal.root.keys.values { try session.refuseExample(key.publicKey) }
    return proposal
  }

  /// Keeps a proposal for the next signer.
  func keep(_ proposal: TrustProposal, at path: String) throws {
    try session.world.files.makeDirectory(PathText.folder(of: path))
    try session.world.files.write(proposal.envelope.bytes, to: path, mode: 0o644)
  }

  /// Brings a complete proposal into force: under its version first, so that the name of the newest never leads to a
  /// root without its history.
  ///
  /// - Throws: `TrustProblem.raced` when another root of that version is there, `FileError`.
  func enact(_ proposal: TrustProposal, removing proposalPath: String) throws {
    let numbered = "\(folder)/\(proposal.root.version).root.json"
    try session.world.files.makeDirectory(folder)
    if let there = try session.world.files.readIfPresent(numbered, limit: 2 << 20) {
      let envelope = try? Envelope(parsing: there, expecting: PayloadType.trustRoot)  // or half of one
      guard envelope?.payloadDigest == proposal.envelope.payloadDigest else {
        throw TrustProblem.raced(path: numbered)
      }
    }
    try session.world.files.write(proposal.envelope.bytes, to: numbered, mode: 0o644)
    try session.world.files.write(proposal.envelope.bytes, to: path, mode: 0o644)
    try session.world.files.remove(proposalPath)
  }

  private var folder: String { PathText.folder(of: path) }
}
