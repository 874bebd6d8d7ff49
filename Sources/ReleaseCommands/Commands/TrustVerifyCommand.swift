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
    let path = file.map(session.path) ?? workspace.path(workspace.configuration.trust)
    let chain = try session.trust(at: path)
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
}
