internal import Effects
internal import ReleaseLedger
internal import ReleaseManifests
internal import SemanticVersions

/// Why a word names no release.
enum ReleaseLookup: Error {
  /// The file is no release that can be used.
  case refused(String, [Refusal])
  /// There is neither such a file nor such a version.
  case unknown(String, known: [String])
  /// Several components have that version.
  case ambiguous(String, components: [String])

  /// Returns the release that is recorded under a version.
  ///
  /// - Throws: `unknown`, `ambiguous`.
  static func recorded(
    _ version: String, component: String?, in state: LedgerState
  ) throws(ReleaseLookup) -> ReleaseReference {
    let recorded = state.releases(version: version, component: component).map(\.release)
    guard let release = recorded.last else {
      throw .unknown(version, known: state.releases.map(\.release.version.description))
    }
    guard Set(recorded.map(\.component)).count == 1 else {
      throw .ambiguous(version, components: recorded.compactMap(\.component))
    }
    return release
  }
}

extension Session {
  /// Returns the release in a file; nil when a word names no file.
  ///
  /// - Throws: `ReleaseLookup.refused`, `FileError`.
  func releaseFile(_ word: String, trusting root: TrustRoot) throws -> VerifiedManifest? {
    let path = path(word)
    guard try world.files.status(path)?.kind == .file else { return nil }
    let bytes = try world.files.read(path, limit: 8 << 20)
    let verdict = ManifestVerifier(trusting: .root(root, role: .release), at: now).verify(bytes)
    guard let verified = verdict.verified else { throw ReleaseLookup.refused(word, verdict.refusals) }
    return verified
  }
}
