internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Where the trust roots of a project lie: the newest under the configured name, each under its version beside it, and
/// what waits for signatures.
struct TrustFolder {
  private let session: Session
  private let pin: Digest?
  /// The newest root.
  let path: String

  init(_ workspace: Workspace, _ session: Session) {
    self.session = session
    path = workspace.path(workspace.configuration.trust)
    pin = workspace.configuration.trustPin
  }

  /// The roots in force; nil when there is none yet.
  func chain() throws -> TrustChain? {
    try session.world.files.status(path) == nil ? nil : session.trust(at: path, pin: pin)
  }

  /// Where the proposal of a version lies, unless it was named.
  func proposalPath(version: Int64) -> String { "\(folder)/\(version).pending.json" }

  /// Reads the proposal at a path; nil when there is none.
  ///
  /// - Throws: `TrustProblem.proposal`, `FileError`.
  func proposal(at path: String, after predecessor: TrustRoot?) throws -> TrustProposal? {
    guard let bytes = try session.world.files.readIfPresent(path, limit: 8 << 20) else { return nil }
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
  func enact(_ proposal: TrustProposal, removing proposalPath: String) throws {
    let bytes = proposal.envelope.bytes
    try session.world.files.makeDirectory(folder)
    try session.world.files.write(bytes, to: "\(folder)/\(proposal.root.version).root.json", mode: 0o644)
    try session.world.files.write(bytes, to: path, mode: 0o644)
    try session.world.files.remove(proposalPath)
  }

  private var folder: String { PathText.folder(of: path) }
}
