internal import Changelogs
internal import ConventionalCommits
internal import Effects
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
  /// For the number of each commit in the graph its place.
  let places: [Int32]
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
    var title: Int16 = -1
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
    places = graph.places(of: names)
    traits = collected.traits
    texts = collected.texts
    ends = collected.ends
    dates = collected.dates
    authors = collected.authors
    coAuthors = collected.coAuthors
    isStrict = collected.reader.policy.isStrict
    self.people = people
  }

  /// Returns the text of a commit; of one that no section shows only the subject, unless it takes something back.
  func text(_ place: Int) -> ArraySlice<UInt8> { texts[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

  /// Returns the message of a commit, as far as its text was kept.
  func message(_ place: Int) -> CommitMessage { CommitMessage(parsing: text(place), strict: isStrict) }

  /// Returns what a commit follows from.
  func parents(_ place: Int) -> [CommitName] {
    guard let number = graph.number(of: names[place]) else { return [] }
    return graph.parents(of: number).map { graph.name(of: Int($0)) }
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
