package import ReleaseSigning
internal import SemanticVersions

/// Two builds of one release, held against each other: what one made the other must have made, too.
///
/// Bills of materials are left out, since most tools put times and random ids into them.
package struct Reproduction: Sendable {
  private let first: Manifest
  private let second: Manifest

  /// What a second build has otherwise than the first.
  package enum Fault: Hashable, Sendable {
    /// The second manifest cannot be read.
    case unreadable(StatementError)
    /// It is longer than any manifest.
    case tooLong
    /// It is of another project, component, or version.
    case otherRelease(field: String, expected: String, found: String)
    /// It was built of another commit.
    case otherCommit(expected: String, found: String)
    /// A file has other bytes.
    case artifact(ArtifactPath, expected: Digest, found: Digest)
    /// Only one of them has a file.
    case artifactMissing(ArtifactPath, isInSecond: Bool)
    /// An image has another digest; nil: it is not in that build.
    case image(String, expected: Digest?, found: Digest?)
    /// A platform of an image has another digest; nil: it is not in that build.
    case platform(String, image: String, expected: Digest?, found: Digest?)

    /// The code that scripts decide by.
    var code: Refusal.Code {
      switch self {
      case .unreadable, .tooLong: .malformed
      case .otherRelease(let field, _, _): field == "project" ? .projectMismatch : .commitMismatch
      case .otherCommit: .commitMismatch
      case .artifact: .artifactMismatch
      case .artifactMissing: .artifactMissing
      case .image, .platform: .imageMismatch
      }
    }
  }

  /// Makes a comparison.
  package init(of first: Manifest, by second: Manifest) {
    self.first = first
    self.second = second
  }

  /// Everything that the second build has otherwise; none: it is the same.
  package var faults: [Fault] { releaseFaults + artifactFaults + imageFaults }

  private var releaseFaults: [Fault] {
    let fields = [
      ("project", first.project, second.project),
      ("component", first.component ?? "", second.component ?? ""),
      ("version", first.version.description, second.version.description),
    ]
    let other = fields.filter { !$1.utf8.elementsEqual($2.utf8) }
      .map { Fault.otherRelease(field: $0, expected: $1, found: $2) }
    let (expected, found) = (first.source.commit, second.source.commit)
    return other
      + (expected.utf8.elementsEqual(found.utf8) ? [] : [.otherCommit(expected: expected, found: found)])
  }

  private var artifactFaults: [Fault] {
    let ours = Dictionary(first.artifacts.map { ($0.path, $0.sha256) }) { first, _ in first }
    let theirs = Dictionary(second.artifacts.map { ($0.path, $0.sha256) }) { first, _ in first }
    return Set(ours.keys).union(theirs.keys).sorted().compactMap { path in
      switch (ours[path], theirs[path]) {
      case (let expected?, let found?):
        expected == found ? nil : .artifact(path, expected: expected, found: found)
      case (nil, _): .artifactMissing(path, isInSecond: true)
      case (_, nil): .artifactMissing(path, isInSecond: false)
      }
    }
  }

  private var imageFaults: [Fault] {
    let ours = Dictionary(first.images.map { ($0.name, $0) }) { first, _ in first }
    let theirs = Dictionary(second.images.map { ($0.name, $0) }) { first, _ in first }
    let names = Set(ours.keys).union(theirs.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.flatMap { name -> [Fault] in
      let (expected, found) = (ours[name], theirs[name])
      let whole: [Fault] =
        expected?.digest == found?.digest
        ? [] : [.image(name, expected: expected?.digest, found: found?.digest)]
      guard let expected, let found else { return whole }
      return whole + Self.platformFaults(expected, found)
    }
  }

  /// Compares platforms where both know them.
  private static func platformFaults(_ first: Manifest.Image, _ second: Manifest.Image) -> [Fault] {
    guard !first.platforms.isEmpty, !second.platforms.isEmpty else { return [] }
    let (ours, theirs) = (first.platformDigests, second.platformDigests)
    let names = Set(ours.keys).union(theirs.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.filter { ours[$0] != theirs[$0] }
      .map { .platform($0, image: first.name, expected: ours[$0], found: theirs[$0]) }
  }
}

extension Manifest.Image {
  /// The digests of the platforms by their names: `linux/amd64`; of several that have one name, the others are numbered
  /// in the order of their digests.
  var platformDigests: [String: Digest] {
    var digests: [String: Digest] = [:]
    for (name, group) in Dictionary(grouping: platforms, by: \.text) {
      let ordered = group.map(\.digest).sorted { $0.hex.utf8.lexicographicallyPrecedes($1.hex.utf8) }
      for (place, digest) in ordered.enumerated() {
        digests[place == 0 ? name : "\(name) #\(place + 1)"] = digest
      }
    }
    return digests
  }
}
