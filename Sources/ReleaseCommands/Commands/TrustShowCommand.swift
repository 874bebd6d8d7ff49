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
    let workspace = try session.workspace()
    let path = file.map(session.path) ?? workspace.path(workspace.configuration.trust)
    let chain = try session.trust(at: path)
    return TrustAnswer(chain.current, digest: chain.newest.digest, path: path).answer
  }
}
