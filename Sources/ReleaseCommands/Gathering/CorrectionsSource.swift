internal import Effects
internal import ReleasePlanning

/// The file in which a project corrects messages of commits, as a commit holds it.
struct CorrectionsSource {
  /// Where it lies, below the root.
  static let path = "release.overrides"

  private let repository: GitRepository

  init(_ repository: GitRepository) { self.repository = repository }

  /// Reads the corrections of a file of git's store; none without it.
  ///
  /// - Throws: `GitError`, `CorrectionsError`.
  func corrections(in blob: String?) throws -> Corrections {
    guard let blob else { return Corrections() }
    return try Corrections(parsing: repository.output(["cat-file", "blob", blob]))
  }
}
