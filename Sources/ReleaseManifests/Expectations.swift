package import ReleaseSigning

/// What a deploy host knows of a release beforehand, held against a verified manifest.
package struct Expectations: Hashable, Sendable {
  /// The full name of the commit, or its first seven digits and more.
  package var commit: String?
  /// The digests under which images run, by the project's name for them.
  package var images: [String: Digest]

  /// Makes expectations.
  package init(commit: String? = nil, images: [String: Digest] = [:]) {
    self.commit = commit
    self.images = images
  }

  /// Returns what differs in the commit.
  package func commitRefusals(of manifest: VerifiedManifest) -> [Refusal] {
    guard let commit else { return [] }
    let found = manifest.manifest.source.commit
    let fits = commit.utf8.count >= 7 && found.utf8.starts(with: commit.utf8)
    return fits ? [] : [.commitMismatch(expected: commit, found: found)]
  }

  /// Returns what differs in the images.
  package func imageRefusals(of manifest: VerifiedManifest) -> [Refusal] {
    images.sorted { $0.key < $1.key }.compactMap { name, found in
      let expected = manifest.manifest.images.first { $0.name.utf8.elementsEqual(name.utf8) }?.digest
      return expected == found ? nil : .imageMismatch(name: name, expected: expected, found: found)
    }
  }
}
