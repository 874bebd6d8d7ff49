internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning

/// `release trust show`: what the trust root says.
struct TrustShowCommand: Command {
  var file: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "trust show", "Show the trust root", in: .evidence,
    [.positional("file", \.file, "A trust root; default: the one that the configuration names")])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspaceWithoutGit()
    let path = file.map(session.path) ?? workspace.path(workspace.configuration.trust)
    do {
      let chain = try file == nil ? session.trust(of: workspace) : session.trust(at: path)
      return TrustAnswer(chain.current, digest: chain.newest.digest, path: path).answer
    } catch let error as TrustSourceError {
      // What is no proposal either is told of as the root that it was taken for.
      guard let proposal = try? waiting(at: path, in: TrustFolder(workspace, session)) else { throw error }
      return TrustAnswer(proposal, path: path).answer
    }
  }

  /// What waits for signatures in the file, if it could come into force.
  private func waiting(at path: String, in folder: TrustFolder) throws -> TrustProposal? {
    try folder.proposal(at: path, after: folder.chain()?.current)
  }
}
