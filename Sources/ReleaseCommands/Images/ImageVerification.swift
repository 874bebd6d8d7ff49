internal import Effects
internal import OCIImages
internal import Registries
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

/// Checks an image where it lies: finds the signed manifest that is attached to it, and holds one against the other.
struct ImageVerification {
  let verification: Verification
  /// The name that was given.
  let name: ImageName
  let repository: ImageRepository
  /// The builders whose provenance is accepted; empty: none is asked for.
  let builders: [BuilderID]
  /// Whether every blob is read and hashed.
  let readsLayers: Bool

  /// What a name leads to, and what speaks against a tag beside a digest.
  private typealias Found = (root: FetchedDocument, moved: [Refusal])

  /// Checks everything that was asked for.
  ///
  /// - Throws: `RegistryError`, `UnknownTag`, and as ``Verification/report(on:by:)``.
  func report() async throws -> VerificationReport {
    let ledger = try verification.readLedger()
    let found: Found
    do { found = try await resolve() } catch {
      // What the registry gives in its place is no image that could be trusted: an answer, and not a failure.
      guard let reason = RegistryWording.forgery(error) else { throw error }
      let refusal = Refusal.imageContent(reason: reason)
      var report = try await verification.report(on: .none(refusal), by: ledger)
      report.checks.append(VerificationCheck(name: "image", status: .failed([refusal])))
      return report
    }
    let digest = found.root.descriptor.digest
    var report = try await verification.report(on: try await evidence(of: digest, by: ledger), by: ledger)
    report.image = name.with(tag: name.tag, digest: digest)
    let verified = report.verdict.verified
    report.imageName = verified?.manifest.image(of: digest, at: name, by: policies)?.name
    report.checks.append(imageCheck(of: verified, digest, found.moved))
    report.checks.append(try await provenanceCheck(of: verified, digest, by: ledger))
    if readsLayers { report.checks.append(try await layerCheck(found.root, of: verified)) }
    return report
  }

  /// What the verifier itself says of images.
  var policies: [String: ImagePolicy] { verification.workspace.configuration.images }

  private func resolve() async throws -> Found {
    guard let digest = name.digest else { return (try await repository.document(named: name), []) }
    let root = try await repository.document(digest)
    guard let tag = name.tag else { return (root, []) }
    let found = try await repository.digest(ofTag: tag)
    return (root, found == digest ? [] : [.imageTagMoved(tag: tag, expected: digest, found: found)])
  }

  /// The manifest to judge by: of those that prove this image the one that fits best, or else the first that there is.
  private func evidence(of digest: Digest, by ledger: LedgerReading) async throws -> ManifestEvidence {
    var first: [UInt8]?
    var best: (rank: ManifestRank, bytes: [UInt8])?
    try await attached(to: digest, AttachmentType.manifest) { bytes in
      first = first ?? bytes
      let verdict = verification.verdict(on: .envelope(bytes), by: ledger)
      guard let verified = verdict.verified,
        verified.manifest.image(of: digest, at: name, by: policies) != nil
      else {
        return true
      }
      let rank = ManifestRank(
        claimFits: name.claimRefusals(of: verified.manifest).isEmpty,
        isWanted: verification.isWanted(verified, by: ledger), version: verified.manifest.version)
      if best.map({ $0.rank < rank }) ?? true { best = (rank, bytes) }
      return true
    }
    return (best?.bytes ?? first).map(ManifestEvidence.envelope) ?? .none(.imageUnsigned(name.text))
  }

  private func imageCheck(
    of verified: VerifiedManifest?, _ digest: Digest, _ moved: [Refusal]
  ) -> VerificationCheck {
    guard let verified else {
      return VerificationCheck(name: "image", status: moved.isEmpty ? .unproven : .failed(moved))
    }
    let image = verified.manifest.image(of: digest, at: name, by: policies)
    let refusals = moved + digestRefusals(image, digest) + name.claimRefusals(of: verified.manifest)
    guard refusals.isEmpty, let image else {
      return VerificationCheck(name: "image", status: .failed(refusals))
    }
    return VerificationCheck(name: "image", status: .ok("`\(image.name)` is \(digest.prefixed), as signed"))
  }

  /// A digest that the manifest does not give to the name; behind a tag that claims a release, that of the whole image is due.
  private func digestRefusals(_ image: Manifest.Image?, _ digest: Digest) -> [Refusal] {
    let isClaimed = name.tag.map { ImageTag.claims($0) != .none } ?? false
    if let image, image.digest == digest || !isClaimed { return [] }
    return [.imageMismatch(name: name.familiar, expected: image?.digest, found: digest)]
  }

  /// Who built it, when it is said whose builds are accepted: of several documents one that holds is enough.
  private func provenanceCheck(
    of verified: VerifiedManifest?, _ digest: Digest, by ledger: LedgerReading
  ) async throws -> VerificationCheck {
    let name = "provenance"
    guard !builders.isEmpty else {
      return VerificationCheck(name: name, status: .skipped("nobody says whose builds are accepted"))
    }
    guard let verified else { return VerificationCheck(name: name, status: .unproven) }
    var (accepted, refusals) = (Provenance?.none, [Refusal]?.none)
    try await attached(to: digest, AttachmentType.provenance) { bytes in
      let verdict = verification.verdict(onProvenance: bytes, of: verified, accepting: builders, by: ledger)
      accepted = verdict.verified
      refusals = refusals ?? verdict.refusals
      return accepted == nil
    }
    if let accepted { return VerificationCheck(name: name, status: .ok("built by \(accepted.builder.text)")) }
    return VerificationCheck(name: name, status: .failed(refusals ?? [.provenance(.missing)]))
  }
}

extension VerificationCheck.Status {
  /// Of what nobody who counts has signed.
  static let unproven = skipped("nothing of an unproven manifest is looked at")
}
