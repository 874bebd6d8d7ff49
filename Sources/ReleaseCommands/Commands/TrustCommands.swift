internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// `[ROLE=]VALUE` on the command line.
struct RoleValue: Hashable, Sendable, ArgumentValue {
  let role: ReleaseManifests.Role?
  let value: String

  init(argument: String) throws(ArgumentValueError) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")),
      let role = ReleaseManifests.Role(String(argument[..<equals]))
    else {
      role = nil
      value = argument
      return
    }
    self.role = role
    value = String(argument[argument.index(after: equals)...])
  }
}

/// `release trust init`: the first trust root of a project.
struct TrustInitCommand: Command {
  var name: String?
  var keys: [RoleValue] = []
  var thresholds: [RoleValue] = []
  var expires = TimeSpan.days(365)
  var signKeys: [KeySource] = []
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "trust init", "Make the trust root: whose signatures count, and for what", in: .evidence,
    [
      .option("--project", \.name, "name", "The project", required: true),
      .option(
        "--key", \.keys, "role=pub.pem", "A key and its role; without a role it gets every role",
        required: true),
      .option(
        "--threshold", \.thresholds, "role=n", "How many keys of a role must sign; without a role: of each"),
      .option("--expires", \.expires, "span", "When it must have been renewed; default: 365d"),
      .option(
        "--sign-key", \.signKeys, "source", "Sign the root with this key", env: "RELEASE_KEY", required: true),
      .flag("--dry-run", \.isDryRun, "Print the root and change nothing"),
    ],
    examples: [
      "release trust init --project acme/shop --key release.pub.pem --sign-key release.pem",
      "release trust init --project acme/shop --key root=r.pub.pem --key release=ci.pub.pem --key ledger=ci.pub.pem --key promote:production=ops.pub.pem --sign-key r.pem",
    ], exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    let path = workspace.path(workspace.configuration.trust)
    guard try session.world.files.status(path) == nil else { throw TrustProblem.exists(path: path) }
    let root = try TrustDraft(self, session).root
    var envelope = root.envelope
    for key in try signKeys.map(session.privateKey) { try envelope.sign(with: key) }
    let bytes = envelope.bytes
    _ = try TrustChain(anchor: bytes)
    if !isDryRun {
      let folder = PathText.folder(of: path)
      try session.world.files.makeDirectory(folder)
      try session.world.files.write(bytes, to: "\(folder)/1.root.json", mode: 0o644)
      try session.world.files.write(bytes, to: path, mode: 0o644)
    }
    return TrustAnswer(root, digest: envelope.payloadDigest, path: path).answer
  }
}

/// Why no trust root is made.
enum TrustProblem: Error {
  /// There is one already.
  case exists(path: String)
  /// A threshold is no number, or larger than the number of keys.
  case threshold(String)
  /// The project has no such name.
  case project(String)
}

/// A trust root made of the command line's words.
struct TrustDraft {
  let root: TrustRoot

  init(_ command: TrustInitCommand, _ session: Session) throws {
    let project = command.name ?? ""
    guard Identifier.isName(project) else { throw TrustProblem.project(project) }
    var keys: [KeyID: TrustRoot.Key] = [:]
    var holders: [ReleaseManifests.Role: [KeyID]] = [:]
    for entry in command.keys {
      let key = try session.publicKey(entry.value)
      keys[key.keyID] = TrustRoot.Key(publicKey: key, name: Self.name(of: entry.value))
      for role in entry.role.map({ [$0] }) ?? ReleaseManifests.Role.everyRole
      where holders[role]?.contains(key.keyID) != true {
        holders[role, default: []].append(key.keyID)
      }
    }
    let thresholds = try Self.thresholds(command.thresholds)
    let roles = try Dictionary(
      uniqueKeysWithValues: holders.map { role, ids in
        let threshold = thresholds.own[role] ?? thresholds.common
        guard (1...ids.count).contains(threshold) else {
          throw TrustProblem.threshold("\(role)=\(threshold)")
        }
        return (role, TrustRoot.Grant(keyIDs: ids.sorted(), threshold: threshold))
      })
    root = TrustRoot(
      project: project, version: 1, expires: session.fileTime.advanced(by: command.expires), keys: keys,
      roles: roles,
      ledgerOrigin: "\(project)/ledger")
  }

  private static func thresholds(_ entries: [RoleValue]) throws -> (
    common: Int, own: [ReleaseManifests.Role: Int]
  ) {
    var (common, own) = (1, [ReleaseManifests.Role: Int]())
    for entry in entries {
      guard let number = Int(entry.value), number >= 1 else { throw TrustProblem.threshold(entry.value) }
      if let role = entry.role { own[role] = number } else { common = number }
    }
    return (common, own)
  }

  /// The file's name without folder and endings.
  private static func name(of path: String) -> String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    return String(file.prefix { $0 != "." })
  }
}

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

/// `release trust verify`: whether the trust root and those before it hold.
struct TrustVerifyCommand: Command {
  var file: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "trust verify", "Check the chain of trust roots", in: .evidence,
    [.positional("file", \.file, "A trust root; default: the one that the configuration names")],
    exits: [.done, .refused, .usage, .environment])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
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
