internal import Changelogs
internal import Effects

/// Everybody who wrote commits, each name and address once.
struct PeopleCollector {
  private(set) var people: [Person] = []
  /// The places of those who are named in messages; git's log has put the names of authors right already.
  private(set) var named: [Int32] = []
  private var places: [[UInt8]: Int32] = [:]

  /// Returns the place of a commit's author.
  mutating func author(of record: GitLogRecord) -> Int32 {
    let key = Array(record.author)
    if let known = places[key] { return known }
    return add(Person(name: record.authorName, email: record.authorEmail), key)
  }

  /// Returns the place of somebody who is named in a message.
  mutating func place(of person: Person) -> Int32 {
    // No name holds the byte that the key of an author begins its address with.
    let key = [0] + Array(person.name.utf8) + [0] + Array(person.email.utf8)
    if let known = places[key] { return known }
    let place = add(person, key)
    named.append(place)
    return place
  }

  private mutating func add(_ person: Person, _ key: [UInt8]) -> Int32 {
    people.append(person)
    places[key] = Int32(people.count - 1)
    return Int32(people.count - 1)
  }
}

/// Everybody who wrote commits, with those put together who are one by their address.
struct PeopleRegister: Sendable {
  private let people: [Person]
  private let identities: [Int32]

  /// Puts people together.
  ///
  /// - Parameter canonical: the right name and address of those who are named in messages.
  init(_ collector: PeopleCollector, canonical: ([Person]) throws(GitError) -> [Person]) throws(GitError) {
    var people = collector.people
    let named = collector.named.map { people[Int($0)] }
    if !named.isEmpty {
      for (place, person) in zip(collector.named, try canonical(named)) { people[Int(place)] = person }
    }
    self.people = people
    var known: [String: Int32] = [:]
    identities = people.enumerated().map { place, person in
      let key = person.key
      if let first = known[key] { return first }
      known[key] = Int32(place)
      return Int32(place)
    }
  }

  /// The places of all names and addresses.
  var places: [Int32] { people.indices.map(Int32.init) }

  /// The number of names and addresses.
  var count: Int { people.count }

  /// Returns who stands at a place.
  func person(_ place: Int32) -> Person { people[Int(place)] }

  /// Returns the first place of whoever stands at a place.
  func identity(_ place: Int32) -> Int32 { identities[Int(place)] }
}
