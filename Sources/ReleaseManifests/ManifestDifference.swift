internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What differs between two manifests, field by field.
///
/// There is no difference exactly when both have the same digest.
package struct ManifestDifference: Hashable, Sendable {
  /// The differences: first those of the release, then those of its contents by name.
  package let entries: [Entry]

  /// One difference.
  package struct Entry: Hashable, Sendable {
    /// The member of the manifest: `version`, `artifacts`.
    package let field: String
    /// Which of several: the name of an image, the path of a file.
    package let name: String?
    /// What became of it.
    package let kind: Kind
    /// What the first manifest has.
    package let a: String?
    /// What the second one has.
    package let b: String?

    init(_ field: String, of name: String? = nil, as kind: Kind? = nil, _ a: String?, _ b: String?) {
      self.field = field
      self.name = name
      self.kind = kind ?? (a == nil ? .added : b == nil ? .removed : .changed)
      self.a = a
      self.b = b
    }
  }

  /// What became of something.
  package enum Kind: String, Hashable, Sendable {
    case added, removed, changed
    /// The same bytes under another path.
    case renamed
  }

  /// Compares two manifests, signed or not.
  package init(from a: StatedManifest, to b: StatedManifest) {
    let entries =
      Self.release(a.manifest, b.manifest) + Self.images(a.manifest.images, b.manifest.images)
      + Self.files("artifacts", a.manifest.artifacts.map(\.content), b.manifest.artifacts.map(\.content))
      + Self.files("sboms", a.manifest.sboms.map(\.content), b.manifest.sboms.map(\.content))
    // Other writers may add members that this version does not know, or order them otherwise.
    let isSilent = entries.isEmpty && a.digest != b.digest
    self.entries = isSilent ? [Entry("payload", a.digest.hex, b.digest.hex)] : entries
  }

  private static func release(_ a: Manifest, _ b: Manifest) -> [Entry] {
    zip(fields(a), fields(b)).compactMap { a, b in
      isSame(a.text, b.text) ? nil : Entry(a.name, a.text, b.text)
    }
  }

  private static func fields(_ manifest: Manifest) -> [(name: String, text: String?)] {
    [
      ("project", manifest.project), ("component", manifest.component),
      ("version", manifest.version.description), ("tag", manifest.tag), ("channel", manifest.channel),
      ("purl", manifest.purl), ("source.uri", manifest.source.uri),
      ("source.commit", manifest.source.commit), ("source.tree", manifest.source.tree),
      ("previous.version", manifest.previous?.version.description),
      ("previous.manifest_digest", manifest.previous?.manifestDigest?.hex),
      ("bump.level", manifest.bump.level.rawValue), ("bump.commits", "\(manifest.bump.commits)"),
      ("changelog", "sha256:\(manifest.changelog.sha256.hex)"),
      ("created_at", manifest.createdAt.description),
      ("tool", "\(manifest.tool.name) \(manifest.tool.version)"),
    ]
  }

  static func isSame(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.utf8.elementsEqual(b.utf8)
  }
}
