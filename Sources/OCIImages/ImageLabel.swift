package import SemanticVersions

/// Where an image does not say what its release says.
package enum ImageLabelProblem: Hashable, Sendable {
  /// Neither a label nor an annotation has the key.
  case missing(label: String)
  /// A label or an annotation says something else.
  case differs(label: String, found: String)
}

/// The labels by which an image says what it was built from (OCI image-spec, "Annotations").
package enum ImageLabel {
  /// The commit.
  package static let revision = "org.opencontainers.image.revision"
  /// The version.
  package static let version = "org.opencontainers.image.version"

  /// The least number of hex digits that an abbreviated commit must have.
  private static let leastDigits = 12

  /// Returns what speaks against an image being of this commit and this version. Where labels and annotations
  /// both have a key, both must hold.
  package static func problems(
    of labels: [String: String], annotations: [String: String], commit: String, version: Version
  ) -> [ImageLabelProblem] {
    problems(Self.revision, labels, annotations) { names($0, commit: commit) }
      + problems(Self.version, labels, annotations) { names($0, version: version) }
  }

  private static func problems(
    _ label: String, _ labels: [String: String], _ annotations: [String: String],
    holds: (String) -> Bool
  ) -> [ImageLabelProblem] {
    let found = [labels[label], annotations[label]].compactMap(\.self)
    guard !found.isEmpty else { return [.missing(label: label)] }
    return found.filter { !holds($0) }.map { .differs(label: label, found: $0) }
  }

  private static func names(_ text: String, commit: String) -> Bool {
    text.utf8.count >= leastDigits && text.utf8.allSatisfy(Ascii.isLowerHex)
      && commit.utf8.starts(with: text.utf8)
  }

  private static func names(_ text: String, version: Version) -> Bool {
    let plain = version.description
    return text.utf8.elementsEqual(plain.utf8) || text.utf8.elementsEqual("v\(plain)".utf8)
  }
}
