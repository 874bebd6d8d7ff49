internal import OCIImages
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import SemanticVersions

/// How well a manifest fits what is asked of an image that several prove, such as a candidate that became the release.
struct ManifestRank: Comparable {
  /// Whether it is of the version or commit that the tag claims.
  let claimFits: Bool
  /// Whether nothing that is asked besides speaks against it.
  let isWanted: Bool
  let version: Version

  static func < (left: ManifestRank, right: ManifestRank) -> Bool {
    if left.claimFits != right.claimFits { return right.claimFits }
    if left.isWanted != right.isWanted { return right.isWanted }
    return left.version < right.version
  }
}

extension ImageName {
  /// What the tag says that a manifest does not.
  func claimRefusals(of manifest: Manifest) -> [Refusal] {
    guard let tag else { return [] }
    let (fits, signed): (Bool, String) =
      switch ImageTag.claims(tag) {
      case .none: (true, "")
      case .version(let version): (version == manifest.version, manifest.version.description)
      case .commit(let digits):
        (
          manifest.source.commit.utf8.starts(with: digits.utf8), "commit \(manifest.source.commit)"
        )
      }
    return fits ? [] : [.imageTagClaims(tag: tag, signed: signed)]
  }
}

extension Manifest {
  /// The image that a name leads to, by its digest or that of one of its platforms.
  ///
  /// Under the name that one of the release's images is published under, or else under its path in another registry, only
  /// that image is what the name means; elsewhere, in a mirror that calls it otherwise, any is.
  /// - Parameter policies: what the verifier itself says of names: there only the image that it calls so will do.
  func image(of digest: Digest, at name: ImageName, by policies: [String: ImagePolicy]) -> Image? {
    let meant = images(at: name, by: policies)
    return meant.first { $0.digest == digest }
      ?? meant.first { $0.platforms.contains { $0.digest == digest } }
  }

  private func images(at name: ImageName, by policies: [String: ImagePolicy]) -> [Image] {
    let own = policies.filter { (try? ImageName(parsing: $0.value.repository))?.familiar == name.familiar }
    guard own.isEmpty else { return images.filter { own[$0.name] != nil } }
    let named = images.map { (image: $0, name: try? ImageName(parsing: $0.reference)) }
    let exact = named.filter { $0.name?.familiar == name.familiar }
    let similar = named.filter { $0.name?.repository == name.repository }
    return exact.isEmpty ? (similar.isEmpty ? images : similar.map(\.image)) : exact.map(\.image)
  }
}
