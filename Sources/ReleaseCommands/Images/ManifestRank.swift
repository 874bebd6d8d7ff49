internal import OCIImages
internal import ReleaseManifests
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
  /// Under the path that one of the release's images is published under, only that image is what the name means; elsewhere,
  /// in a mirror that calls it otherwise, any is.
  func image(of digest: Digest, at name: ImageName) -> Image? {
    let own = images.filter { image in
      (try? ImageName(parsing: image.reference))?.repository.utf8.elementsEqual(name.repository.utf8) == true
    }
    let meant = own.isEmpty ? images : own
    return meant.first { $0.digest == digest }
      ?? meant.first { $0.platforms.contains { $0.digest == digest } }
  }
}
