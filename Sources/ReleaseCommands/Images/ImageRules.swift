internal import OCIImages
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions

/// What the project asks of its images before they become part of a release.
struct ImageRules: Sendable {
  let configuration: Configuration
  let console: Console

  /// Refuses images that are too large or whose labels must fit and do not, and warns of labels that should.
  ///
  /// - Parameter commit: the commit that the images were built from.
  /// - Throws: `ImageProblem.labels`, `ImageProblem.size`.
  func check(_ images: [GatheredImage], commit: String, version: Version) throws(ImageProblem) {
    for gathered in images {
      guard let facts = gathered.facts else { continue }
      let name = gathered.image.name
      let policy = configuration.images[name]
      if let budget = policy?.maxSize, let large = facts.parts.first(where: { $0.size ?? 0 > budget.bytes }) {
        throw .size(
          name, platform: large.platform, size: ByteCount(bytes: large.size ?? 0), budget: budget)
      }
      let problems = facts.problems(commit: commit, version: version).map {
        ImageWording.label($0.problem, on: $0.platform)
      }
      guard !problems.isEmpty else { continue }
      switch policy?.labels ?? .warn {
      case .ignore: continue
      case .warn: for problem in problems { console.warning("image `\(name)`: \(problem)") }
      case .require: throw .labels(name, problems)
      }
    }
  }
}
