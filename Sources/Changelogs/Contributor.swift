/// Somebody who wrote a commit of a release.
package struct Contributor: Hashable, Sendable {
  /// Who it is, by the name of the newest of their commits.
  package let person: Person
  /// Whether the release before, and what that follows, has no commit of theirs; nil when that is not known.
  package let isFirstTime: Bool?

  /// Creates a contributor.
  package init(_ person: Person, isFirstTime: Bool? = nil) {
    self.person = person
    self.isFirstTime = isFirstTime
  }
}

extension Contributor {
  /// Returns people in the order of their first appearance, each once.
  ///
  /// - Parameter isFirstTime: whether the release before has no commit of somebody; nil when that is not known.
  package static func contributors(
    _ people: some Sequence<Person>, isFirstTime: ((Person) -> Bool)? = nil
  ) -> [Contributor] {
    var known: Set<String> = []
    return people.filter { known.insert($0.key).inserted }
      .map { Contributor($0, isFirstTime: isFirstTime?($0)) }
  }
}
