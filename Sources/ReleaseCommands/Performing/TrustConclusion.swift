internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

/// What becomes of a proposed trust root: it comes into force, or waits for the signatures that it lacks.
struct TrustConclusion {
  private let proposal: TrustProposal
  private let path: String
  private let folder: TrustFolder
  private let isDryRun: Bool

  init(_ proposal: TrustProposal, at path: String, in folder: TrustFolder, isDryRun: Bool, now: Timestamp)
    throws
  {
    guard !proposal.root.hasExpired(at: now) else {
      throw TrustProblem.expiresInThePast(proposal.root.expires)
    }
    // What nobody could read is not written.
    do { _ = try TrustProposal(parsing: proposal.envelope.bytes, after: proposal.predecessor) } catch {
      throw TrustProblem.proposal(path: path, error)
    }
    self.proposal = proposal
    self.path = path
    self.folder = folder
    self.isDryRun = isDryRun
  }

  /// Writes what there is and tells of it.
  func answer() throws -> Answer {
    if proposal.isComplete, !isDryRun { try folder.enact(proposal, removing: path) }
    if !proposal.isComplete, !isDryRun { try folder.keep(proposal, at: path) }
    let isInForce = proposal.isComplete && !isDryRun
    var answer = TrustAnswer(proposal, path: isInForce ? folder.path : path, isInForce: isInForce)
    answer.refusal = proposal.isComplete || isDryRun ? nil : TrustWording.pending(proposal, path: path)
    return answer.answer
  }
}
