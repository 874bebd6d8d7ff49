internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// A signed manifest beside the one that the repository gives today.
struct Rederivation {
  let signed: Manifest
  let derived: Manifest
  /// The commit that the tag names today; nil when there is no such tag.
  let tagged: String?
  /// The digest of the previous manifest, where somebody knows it.
  let previous: Digest?

  /// Every field that comes from the history and came out otherwise.
  var refusals: [Refusal] {
    let pairs: [(field: String, signed: String, derived: String)] = [
      ("version", signed.version.description, derived.version.description),
      ("source.commit", signed.source.commit, tagged ?? "no tag \(signed.tag)"),
      ("source.tree", signed.source.tree, derived.source.tree),
      ("created_at", signed.createdAt.description, derived.createdAt.description),
      (
        "previous.version", signed.previous?.version.description ?? "",
        derived.previous?.version.description ?? ""
      ),
      ("purl", signed.purl ?? "", derived.purl ?? ""),
      ("bump.level", signed.bump.level.rawValue, derived.bump.level.rawValue),
      ("bump.commits", signed.bump.commits.description, derived.bump.commits.description),
      ("changelog.sha256", signed.changelog.sha256.hex, derived.changelog.sha256.hex),
    ]
    return (pairs + previousManifest).filter { $0.signed != $0.derived }
      .map { .rederivedOtherwise(field: $0.field, expected: $0.signed, found: $0.derived) }
  }

  /// A release that was sealed before the one before it says nothing of that one's manifest.
  private var previousManifest: [(field: String, signed: String, derived: String)] {
    guard let signed = signed.previous?.manifestDigest, let previous else { return [] }
    return [("previous.manifest_digest", signed.hex, previous.hex)]
  }
}
