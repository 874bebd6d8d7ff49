internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions

extension Session {
  /// A signed document of at most 8 MiB; nil when it is longer than any.
  ///
  /// - Throws: `FileError`.
  func document(_ given: String) throws -> [UInt8]? {
    do { return try world.files.read(path(given), limit: 8 << 20) } catch {
      if case .tooLarge = error { return nil }
      throw error
    }
  }

  /// A manifest in a file, once its signatures are found to be enough.
  ///
  /// - Throws: `ReleaseRefused`, `FileError`.
  func verifiedManifest(
    _ given: String, by judge: TrustJudge, in workspace: Workspace
  ) throws -> VerifiedManifest {
    let verifier = ManifestVerifier(
      trusting: judge.trust, at: now, expecting: workspace.configuration.project)
    let verdict = try document(given).map(verifier.verify) ?? verifier.refused(.tooLong)
    guard let verified = verdict.verified else { throw ReleaseRefused(refusals: verdict.refusals) }
    return verified
  }

  /// The manifest in a file, or that of a tag or version whose file lies with the project's others; no signature is
  /// checked.
  ///
  /// - Throws: `FileError` when there is neither, `StatementError`.
  func statedManifest(_ word: String) throws -> StatedManifest {
    guard try world.files.status(path(word)) == nil else { return try statedManifest(at: path(word)) }
    let workspace = try workspaceWithoutGit()
    for path in Self.places(of: word, in: workspace) where try world.files.status(path) != nil {
      return try statedManifest(at: path)
    }
    throw FileError.notFound(path: path(word))
  }

  private func statedManifest(at path: String) throws -> StatedManifest {
    try StatedManifest(parsing: world.files.read(path, limit: 8 << 20))
  }

  /// Where the manifests of the releases lie that a word may mean: of a tag by its pattern, else of a version.
  private static func places(of word: String, in workspace: Workspace) -> [String] {
    let configuration = workspace.configuration
    let tags = configuration.components.map { (component: Optional($0.name), pattern: $0.tag) }
    let tagged = (tags + [(nil, configuration.version.tag)]).compactMap { component, pattern in
      pattern.version(of: word).map { (component, $0) }
    }
    // What is no version is none.
    let version = try? Version(parsing: word)
    let named = version.map { [(String?.none, $0)] } ?? []
    return (tagged + named).map { ManifestFolder(workspace).path(version: $1, component: $0) }
  }
}
