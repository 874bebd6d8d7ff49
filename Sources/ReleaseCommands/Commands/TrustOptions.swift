internal import ArgumentSyntax
internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Whose signatures count, on the command line.
struct TrustOptions: Sendable {
  var root: String?
  var pin: PrefixedDigest?
  var keys: [String] = []
  var role = RoleName(role: .release)

  static let slots: [Slot<TrustOptions>] = [
    .option("--trust", \.root, "root", "The trust root; default: the one that the configuration names"),
    .option(
      "--trust-pin", \.pin, "sha256:…",
      "The digest of a root that the trust root must follow from; RELEASE_TRUST_PIN and `trust_pin` count, too"
    ),
    .option("--key", \.keys, "pub.pem", "Trust this public key instead of a trust root"),
    .option(
      "--role", \.role, "name",
      "The role whose keys must have signed; default: release; single keys have none"),
  ]

  static let exclusions = [["--trust", "--key"], ["--trust-pin", "--key"]]

  static func lifted<C: Command>(at path: any WritableKeyPath<C, TrustOptions> & Sendable) -> [Slot<C>] {
    slots.map { .lifted($0, at: path) }
  }

  /// The files that are read to judge by.
  func files(in workspace: Workspace) -> [String] {
    keys.isEmpty ? [root ?? workspace.path(workspace.configuration.trust)] : keys
  }

  /// Reads what is to be judged by.
  ///
  /// - Throws: `TrustSourceError.missing`, `KeySourceError`, `FileError`; a root that does not hold is a judgement and is
  ///   not thrown.
  func judge(in workspace: Workspace, _ session: Session) throws -> TrustJudge {
    guard keys.isEmpty else {
      return TrustJudge(root: nil, keys: try keys.map(session.publicKey), role: role.role)
    }
    let path = root.map(session.path) ?? workspace.path(workspace.configuration.trust)
    do {
      let chain = try session.trust(at: path, pins: [pin?.digest, workspace.configuration.trustPin])
      return TrustJudge(root: .success(chain), keys: [], role: role.role)
    } catch let error as TrustSourceError {
      if case .missing = error { throw error }
      return TrustJudge(root: .failure(error), keys: [], role: role.role)
    }
  }
}

/// Whose word counts.
struct TrustJudge: Sendable {
  /// The trust root with those before it, or why it does not hold; nil when single keys were named.
  let root: Result<TrustChain, TrustSourceError>?
  /// The keys that were named instead.
  let keys: [PublicKey]
  /// The role whose keys must have signed.
  let role: ReleaseManifests.Role

  /// The trust root with those before it, when there is one that holds.
  var chain: TrustChain? {
    if case .success(let chain) = root { chain } else { nil }
  }

  /// What a manifest is judged by.
  var trust: ManifestVerifier.Trust {
    switch root {
    case nil: .keys(keys)
    case .success(let chain): .root(chain.current, role: role)
    case .failure(let error): .nobody(reason: TrustWording.reason(error))
    }
  }
}
