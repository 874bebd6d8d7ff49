internal import Effects
internal import LedgerStores
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import SemanticVersions

extension Verification {
  /// Draws the manifest up again from the repository and compares what does not depend on the build.
  ///
  /// - Throws: `GitError` when there is no repository to derive it from.
  func rederive(_ verified: VerifiedManifest) throws -> VerificationCheck {
    _ = try workspace.repository()
    do { return try compared(verified) } catch {
      guard Self.isAnswer(error) else { throw error }
      let reason = Diagnosis.diagnostic(of: error).problem
      return VerificationCheck(name: "rederived", status: .failed([.notRederivable(reason: reason)]))
    }
  }

  /// Whether an error says that the repository is not that of the manifest, and not that it could not be asked.
  private static func isAnswer(_ error: any Error) -> Bool {
    switch error {
    case let error as GitError: if case .unknownRevision = error { true } else { false }
    case is CutRefusal, is PlanRefusal, is UnknownName: true
    default: false
    }
  }

  private func compared(_ verified: VerifiedManifest) throws -> VerificationCheck {
    let manifest = verified.manifest
    let history = try session.history(of: workspace, component: manifest.component, channel: nil)
    let draft = ManifestDraft(
      workspace: workspace, history: history, commit: manifest.source.commit, tag: manifest.tag,
      contents: ReleaseContents(
        images: manifest.images.map { GatheredImage(image: $0, facts: nil) }, artifacts: manifest.artifacts,
        sboms: manifest.sboms),
      channel: manifest.channel, project: manifest.project, ledger: nil)
    let previous = try previousDigest(before: manifest)
    // A tag that is not there comes out otherwise.
    let refusals = Rederivation(
      signed: manifest, derived: try draft.manifest(),
      tagged: try? history.repository.commit(manifest.source.tagRef),
      previous: previous
    ).refusals
    guard refusals.isEmpty else { return VerificationCheck(name: "rederived", status: .failed(refusals)) }
    let compared = "version, changelog and sources come out the same"
    return VerificationCheck(
      name: "rederived",
      status: .ok(
        previous == nil
          ? "\(compared); the previous manifest is not known here"
          : "\(compared), and so does the previous manifest"))
  }

  /// The digest of the manifest of the release before, as the ledger has it or the file that lies with the others; nil
  /// when neither knows that release.
  private func previousDigest(before manifest: Manifest) throws -> Digest? {
    guard let version = manifest.previous?.version else { return nil }
    // A ledger that cannot be read from here knows as little as none.
    if let source = try? ledgerSource(),
      let recorded = try? source.snapshot().state
        .releases(version: version.description, component: manifest.component).last
    {
      return recorded.release.manifestDigest
    }
    let path = ManifestFolder(workspace).path(version: version, component: manifest.component)
    guard let bytes = try session.world.files.readIfPresent(path, limit: 8 << 20) else { return nil }
    return try Envelope(parsing: bytes, expecting: PayloadType.statement).payloadDigest
  }
}
