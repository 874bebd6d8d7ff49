internal import Effects
internal import ReleaseManifests
internal import ReleaseSigning

extension Verification {
  /// Hashes every file of the release, and looks for what else lies there.
  func artifacts(of verified: VerifiedManifest) throws -> ArtifactCheck {
    guard let given = command.artifacts else { return ArtifactCheck(check("artifacts", asked: false, [])) }
    let files = ExpectedFile.all(of: verified.manifest)
    let folder = session.path(given)
    let inspection = try session.world.files.inspect(
      folder, for: files.map(\.wanted) + manifest(in: folder, beside: files),
      surplus: SurplusSearch(command.isExact ? .wholeTree : .besideFiles))
    var refusals = zip(files, inspection.findings).compactMap { $0.refusal(for: $1) }
    if command.isExact, let surplus = inspection.surplus { refusals += Self.refusals(surplus) }
    guard refusals.isEmpty else {
      return ArtifactCheck(
        VerificationCheck(name: "artifacts", status: .failed(refusals)), surplus: inspection.surplus)
    }
    let surplus = inspection.surplus.flatMap(Self.detail).map { "; \($0)" } ?? ""
    return ArtifactCheck(
      VerificationCheck(name: "artifacts", status: .ok("\(files.count) files as signed\(surplus)")),
      surplus: inspection.surplus)
  }

  /// The manifest itself is no surplus where it lies with the files.
  private func manifest(in folder: String, beside files: [ExpectedFile]) -> [WantedFile] {
    let file = PathText.normalized(session.path(command.file))
    guard let path = PathText.relative(file, to: PathText.normalized(folder)) else { return [] }
    let isBeside = files.contains { PathText.parent(of: $0.path.text) == PathText.parent(of: path) }
    return isBeside || command.isExact ? [WantedFile(path)] : []
  }

  private static func refusals(_ surplus: Surplus) -> [Refusal] {
    let found = surplus.count > 0 ? [Refusal.artifactSurplus(names: surplus.paths, count: surplus.count)] : []
    return found + (surplus.gap.map { [.artifactsUnseen(reason: VerificationWording.gap($0))] } ?? [])
  }

  private static func detail(_ surplus: Surplus) -> String? {
    surplus.count > 0 ? VerificationWording.surplus(surplus.paths, surplus.count) : nil
  }
}

/// What came of checking files, and what else lay there.
struct ArtifactCheck {
  let check: VerificationCheck
  let surplus: Surplus?

  init(_ check: VerificationCheck, surplus: Surplus? = nil) {
    self.check = check
    self.surplus = surplus
  }
}

/// A file that a manifest names.
private struct ExpectedFile {
  let path: ArtifactPath
  let size: Int64?
  let sha256: Digest

  static func all(of manifest: Manifest) -> [ExpectedFile] {
    manifest.artifacts.map { ExpectedFile(path: $0.path, size: $0.size, sha256: $0.sha256) }
      + manifest.sboms.map { ExpectedFile(path: $0.path, size: nil, sha256: $0.sha256) }
  }

  /// Of a bill of materials no size is signed; none is longer than one that is sealed.
  var wanted: WantedFile { WantedFile(path.text, size: size, limit: size ?? ContentsCollector.longestSBOM) }

  private func refusal(for error: FileError) -> Refusal {
    switch error {
    case .changedWhileRead, .tooLarge: .artifactUnreadable(path: path, reason: FileWording.problem(error))
    default: .artifactUnread(path: path, reason: FileWording.problem(error))
    }
  }

  /// Why a finding is not the file.
  func refusal(for finding: Result<HashedFile, FileObstacle>) -> Refusal? {
    switch finding {
    case .success(let file):
      file.digest == sha256 ? nil : .artifactMismatch(path: path, expected: sha256, found: file.digest)
    case .failure(.missing): .artifactMissing(path: path)
    case .failure(.wrongSize(let found)): .artifactSize(path: path, expected: size ?? 0, found: found)
    case .failure(.inTheWay(let kind, let place)):
      .artifactUnreadable(path: path, reason: VerificationWording.inTheWay(kind, at: place, of: path))
    case .failure(.failed(let error)): refusal(for: error)
    }
  }
}
