internal import Effects
internal import LedgerStores
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Gathers the documents that go with a release's images.
struct AttachmentCollector {
  let session: Session
  let workspace: Workspace
  let verified: VerifiedManifest

  /// Reads signed provenance: of builders that the project accepts, or where it says nothing about them of whichever those
  /// vouch for who sign releases.
  ///
  /// - Throws: `ReleaseRefused` when it is not signed as it must be, or is of another release or builder.
  func provenance(_ files: [String], judgedBy judge: TrustJudge) throws -> [Attachment] {
    let builders = workspace.configuration.provenance.builders
    let verifier = ProvenanceVerifier(
      trusting: judge.trust, at: session.now, accepting: builders.isEmpty ? nil : builders)
    return try files.map { file in
      let bytes = try session.document(file)
      let verdict = bytes.map { verifier.verify($0, of: verified) } ?? verifier.refused(.tooLong)
      guard let bytes, verdict.verified != nil else { throw ReleaseRefused(refusals: verdict.refusals) }
      return Attachment(
        kind: .provenance, title: PathText.name(of: file), artifactType: AttachmentType.provenance,
        mediaType: AttachmentType.envelope, bytes: bytes)
    }
  }

  /// Reads the bills of materials that a manifest names, from below a folder.
  ///
  /// - Throws: `ReleaseRefused` when one is not there or has other bytes.
  func sboms(below folder: String) throws -> [Attachment] {
    try verified.manifest.sboms.map { sbom in
      let path = "\(folder)/\(sbom.path.text)"
      let limit = Int(ContentsCollector.longestSBOM)
      guard let bytes = try session.world.files.readIfPresent(path, limit: limit) else {
        throw ReleaseRefused(refusals: [.artifactMissing(path: sbom.path)])
      }
      let found = Digest.sha256(bytes)
      guard found == sbom.sha256 else {
        throw ReleaseRefused(refusals: [
          .artifactMismatch(path: sbom.path, expected: sbom.sha256, found: found)
        ])
      }
      return Attachment(sbom, bytes)
    }
  }

  /// Returns the verdicts of gates on the release that a ledger holds; none where there is no ledger.
  ///
  /// - Throws: `LedgerError` when the ledger does not hold.
  func gates(in source: LedgerSource?) throws -> [Attachment] {
    guard let source else { return [] }
    let snapshot = try source.snapshot()
    let indexes = snapshot.entries
      .filter { $0.event.kind == .gate && $0.event.release?.manifestDigest == verified.digest }.map(\.index)
    let envelopes = try source.store.read { read in try snapshot.envelopes(of: indexes, reading: read) }
    return zip(indexes, envelopes).map { Attachment(gate: $1, at: $0) }
  }
}
