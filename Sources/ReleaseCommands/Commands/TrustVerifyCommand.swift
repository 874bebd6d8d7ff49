internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import StrictJSON

/// `release trust verify`: whether the trust root and those before it hold.
struct TrustVerifyCommand: Command {
  var file: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "trust verify", "Check the chain of trust roots", in: .evidence,
    [.positional("file", \.file, "A trust root; default: the one that the configuration names")],
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspaceWithoutGit()
    let chain = try file.map { try session.trust(at: session.path($0)) } ?? session.trust(of: workspace)
    try requireBeginning(of: chain, workspace, session)
    let versions = chain.roots.map { JSONValue.integer($0.root.version) }
    let hasExpired = chain.current.hasExpired(at: session.now)
    let refusal =
      hasExpired ? VerificationWording.diagnostic(of: [.trustExpired(at: chain.current.expires)]) : nil
    return Answer(
      lines: hasExpired
        ? []
        : ["ok: root \(chain.current.version) of \(chain.current.project), until \(chain.current.expires)"],
      document: [
        "verified": .bool(!hasExpired), "project": .string(chain.current.project),
        "version": .integer(chain.current.version),
        "versions": .array(versions), "expires": .string(chain.current.expires.description),
      ], refusal: refusal)
  }

  /// A chain is checked from root 1, or from one that is pinned; a root that lies alone is believed because of its place.
  private func requireBeginning(of chain: TrustChain, _ workspace: Workspace, _ session: Session) throws {
    let isPinned =
      workspace.configuration.trustPin != nil || session.world.environment["RELEASE_TRUST_PIN"] != nil
    guard chain.oldest.root.version == 1 || chain.roots.count == 1 || isPinned else {
      throw TrustProblem.incomplete(oldest: chain.oldest.root.version)
    }
  }
}
