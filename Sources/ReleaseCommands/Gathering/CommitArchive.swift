internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import StrictJSON

/// The commits of a whole history, kept in little more room than the text that changelogs show of them.
final class CommitArchive: Sendable {
  /// How all of them follow from one another.
  let graph: CommitGraph
  /// Their names, in the order in which git told of them.
  let names: [CommitName]
  /// Where each stands under titles, and what is special about it.
  let traits: [Traits]
  /// For the number of each commit in the graph its place; -1 for what only came up as a parent.
  let places: [Int32]
  /// For the place of each commit its number in the graph.
  private let numbers: [Int32]
  /// Who wrote them.
  let people: PeopleRegister
  private let texts: [UInt8]
  /// Where each text ends; it begins where the one before ends.
  private let ends: [Int]
  private let dates: [Int64]
  private let authors: [Int32]
  private let coAuthors: [Int32: [Int32]]
  private let isStrict: Bool

  /// What is known of a commit before its text is read again.
  struct Traits {
    /// The place of its title; negative when no section shows it.
    var title: Int32 = -1
    var flags: Flags = []
  }

  /// What is special about a commit.
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// It counts: it touches the folder that is asked for.
    static let counts = Flags(rawValue: 1)
    /// It says that it breaks something.
    static let breaks = Flags(rawValue: 2)
    /// It says that it takes something back.
    static let reverts = Flags(rawValue: 4)
    /// It holds several messages.
    static let isSquashed = Flags(rawValue: 8)
    /// A rule leaves it out.
    static let isExcluded = Flags(rawValue: 16)
  }

  /// Takes over what was collected.
  init(_ collected: CommitCollector, people: PeopleRegister) {
    graph = collected.graph()
    names = collected.names
    let numbers = collected.added.map(graph.number(added:))
    var places = [Int32](repeating: -1, count: graph.count)
    for (place, number) in numbers.enumerated() { places[Int(number)] = Int32(place) }
    self.places = places
    self.numbers = numbers
    traits = collected.traits
    texts = collected.texts
    ends = collected.ends
    dates = collected.dates
    authors = collected.authors
    coAuthors = collected.coAuthors
    isStrict = collected.reader.policy.isStrict
    self.people = people
  }

  /// Returns whether a commit touches the folder that is asked for.
  func counts(_ place: Int32) -> Bool { traits[Int(place)].flags.contains(.counts) }

  /// Returns the text of a commit; of one that nothing more is told of only the subject.
  private func text(_ place: Int) -> ArraySlice<UInt8> {
    texts[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  /// Returns the message of a commit, as far as its text was kept.
  func message(_ place: Int) -> CommitMessage { CommitMessage(parsing: text(place), strict: isStrict) }

  /// Returns what a commit follows from.
  func parents(_ place: Int) -> [CommitName] {
    graph.parents(of: Int(numbers[place])).map { graph.name(of: Int($0)) }
  }

  /// Returns whether each of some commits follows from the next one alone.
  func isChain(_ places: [Int32]) -> Bool {
    zip(places, places.dropFirst()).allSatisfy { child, parent in
      let parents = graph.parents(of: Int(numbers[Int(child)]))
      return parents.count == 1 && parents.first == numbers[Int(parent)]
    }
  }

  /// Returns when a commit was made.
  func date(_ place: Int) -> Timestamp { Timestamp(secondsSinceEpoch: dates[place]) }

  /// Returns who wrote a commit: the author, then those who are named in it.
  func writers(_ place: Int) -> [Int32] { [authors[place]] + (coAuthors[Int32(place)] ?? []) }

  /// Returns a commit as changelogs show it.
  ///
  /// - Parameter message: one of the messages that it holds, instead of its own.
  func commit(_ place: Int, saying message: CommitMessage? = nil) -> ChangelogCommit {
    ChangelogCommit(
      id: names[place].description, message: message ?? self.message(place),
      author: people.person(authors[place]), committedAt: date(place),
      coAuthors: coAuthors[Int32(place)].map { $0.map(people.person) } ?? [])
  }
}

extension CommitArchive {
  /// Reads commits.
  ///
  /// - Parameter progress: tells how many commits were read so far.
  /// - Throws: `CorrectionsError`, `GitError`.
  convenience init(
    _ query: GitLogQuery, of history: History, correctedBy corrections: String?, style: ChangelogStyle,
    _ progress: ProgressLine?
  ) throws {
    var progress = progress
    defer { progress?.finish() }
    var collector = CommitCollector(try history.reader(correctedBy: corrections), style: style)
    var query = query
    query.tellsPaths = collector.reader.needsPaths
    try history.repository.eachCommit(query) { record in
      collector.take(record)
      progress?.advance(to: collector.names.count)
    }
    if let failure = collector.failure { throw failure }
    let people = try PeopleRegister(collector.people, canonical: history.repository.mailmapped)
    self.init(collector, people: people)
  }
}
