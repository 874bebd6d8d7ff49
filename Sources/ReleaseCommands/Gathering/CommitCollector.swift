internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleasePlanning
internal import StrictJSON

/// Collects the commits of a history while git tells of them.
struct CommitCollector {
  let reader: CommitReader
  private let style: ChangelogStyle
  private let splits: Bool
  private var links = CommitGraphBuilder()
  /// What the graph finds the commits by.
  private(set) var added: [Int32] = []
  private(set) var names: [CommitName] = []
  private(set) var traits: [CommitArchive.Traits] = []
  private(set) var texts: [UInt8] = []
  private(set) var ends: [Int] = []
  private(set) var dates: [Int64] = []
  private(set) var authors: [Int32] = []
  private(set) var coAuthors: [Int32: [Int32]] = [:]
  private(set) var people = PeopleCollector()
  private(set) var failure: GitError?

  init(_ reader: CommitReader, style: ChangelogStyle) {
    self.reader = reader
    self.style = style
    splits = reader.policy.squash == .split
  }

  /// Takes a commit.
  mutating func take(_ record: GitLogRecord) {
    do throws(GitError) {
      let name = try CommitReader.name(record.idDigits)
      let parents = try CommitReader.parents(of: record)
      added.append(links.add(name, parents: parents))
      names.append(name)
      dates.append(try record.committedAt().secondsSinceEpoch)
      authors.append(people.author(of: record))
      traits.append(collect(record, isMerge: parents.count > 1))
      ends.append(texts.count)
    } catch { failure = failure ?? error }
  }

  /// Returns how the commits follow from one another.
  func graph() -> CommitGraph { links.graph() }

  private mutating func collect(_ record: GitLogRecord, isMerge: Bool) -> CommitArchive.Traits {
    var traits = CommitArchive.Traits()
    guard reader.isWanted(record) else { return traits }
    traits.flags = reader.exclusion(of: record) == nil ? .counts : [.counts, .isExcluded]
    let message = reader.message(of: record)
    judge(message, isMerge: isMerge, &traits)
    // An address stands in angle brackets.
    if message.contains("<") { addCoAuthors(of: message) }
    let isKept =
      traits.title >= 0 || !traits.flags.isDisjoint(with: [.breaks, .reverts, .isSquashed])
    texts += isKept ? message.bytes[...] : message.subjectBytes
    return traits
  }

  private func judge(_ message: CommitMessage, isMerge: Bool, _ traits: inout CommitArchive.Traits) {
    let kind = message.kind
    let isReversal = message.isReversal
    traits.title = Int32(style.place(for: kind, isReversal: isReversal) ?? -1)
    if kind.breaking.counts(strict: message.isStrict) { traits.flags.insert(.breaks) }
    if isReversal { traits.flags.insert(.reverts) }
    if splits, !isMerge, !message.squashedParts(saying: kind).isEmpty { traits.flags.insert(.isSquashed) }
  }

  private mutating func addCoAuthors(of message: CommitMessage) {
    let found = Person.coAuthors(in: message).map { people.place(of: $0) }
    if !found.isEmpty { coAuthors[Int32(names.count - 1)] = found }
  }
}
