internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning

/// Reads commits as `git log` hands them on, under what a project leaves out and has corrected.
struct CommitReader {
  let policy: VersionPolicy
  let corrections: Corrections
  /// The folder whose commits count; nil: all do.
  let path: PathPattern?

  /// Whether the paths that commits touch have to be known.
  var needsPaths: Bool { path != nil || !policy.ignore.paths.isEmpty }

  /// Returns a commit that may count.
  ///
  /// - Throws: `GitError.unexpectedOutput` when its name is none.
  func reading(of record: GitLogRecord, saying message: CommitMessage) throws(GitError) -> CommitReading {
    CommitReading(
      id: try Self.name(record.idDigits), parents: try Self.parents(of: record), message: message,
      exclusion: exclusion(of: record),
      correction: correction(of: record)?.place)
  }

  /// Returns what a commit says, or should have said.
  func message(of record: GitLogRecord) -> CommitMessage {
    guard let correction = correction(of: record) else {
      return CommitMessage(parsing: record.message, strict: policy.isStrict)
    }
    return CommitMessage(parsing: correction.bytes, strict: policy.isStrict)
  }

  /// What was reviewed with the project's files comes before a note.
  private func correction(
    of record: GitLogRecord
  ) -> (place: CommitReading.Correction, bytes: ArraySlice<UInt8>)? {
    if !corrections.isEmpty, let bytes = corrections.message(for: record.id) { return (.file, bytes[...]) }
    return record.note.isEmpty ? nil : (.note, record.note)
  }

  /// Returns whether a commit touches the folder.
  func isWanted(_ record: GitLogRecord) -> Bool {
    path.map { path in record.paths.contains(where: path.matches) } ?? true
  }

  /// Returns the rule that leaves a commit out; nil when none does.
  func exclusion(of record: GitLogRecord) -> CommitReading.Exclusion? {
    let ignore = policy.ignore
    guard !ignore.isEmpty else { return nil }
    let id = record.id
    if ignore.commits.contains(where: { id.utf8.starts(with: $0.utf8) }) {
      return .commit
    }
    let (name, address) = (record.authorName, record.authorEmail)
    if let author = ignore.authors.first(where: { $0 == name || $0 == address }) { return .author(author) }
    return touchesIgnoredOnly(record) ? .paths : nil
  }

  private func touchesIgnoredOnly(_ record: GitLogRecord) -> Bool {
    let (patterns, paths) = (policy.ignore.paths, record.paths)
    guard !patterns.isEmpty, !paths.isEmpty else { return false }
    return paths.allSatisfy { path in patterns.contains { $0.matches(path) } }
  }

  /// Reads the names of the commits that one follows from.
  static func parents(of record: GitLogRecord) throws(GitError) -> [CommitName] {
    var parents: [CommitName] = []
    for digits in record.parentDigits { parents.append(try name(digits)) }
    return parents
  }

  /// Reads the name of a commit as git told it.
  static func name(_ text: String) throws(GitError) -> CommitName { try name(Array(text.utf8)[...]) }

  static func name(_ digits: ArraySlice<UInt8>) throws(GitError) -> CommitName {
    guard let name = CommitName(digits) else { throw .unexpectedOutput(command: "git log") }
    return name
  }
}
