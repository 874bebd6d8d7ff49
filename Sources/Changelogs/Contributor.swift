/// Somebody who wrote a commit of a release.
package struct Contributor: Hashable, Sendable {
  /// The name of the newest of their commits.
  package let name: String
  /// The mail address; without regard to case it says who is who.
  package let email: String
  /// Whether no earlier release has a commit of theirs; nil when earlier releases are not known.
  package let isFirstTime: Bool?

  /// Creates a contributor.
  package init(name: String, email: String, isFirstTime: Bool? = nil) {
    self.name = name
    self.email = email
    self.isFirstTime = isFirstTime
  }
}

extension Contributor {
  /// Returns who wrote commits, in the order of their first appearance.
  ///
  /// - Parameter earlierEmails: The addresses of everybody before, in small letters; nil when not known.
  static func contributors(of commits: [ChangelogCommit], earlierEmails: Set<String>?) -> [Contributor] {
    var known: Set<String> = []
    return commits.compactMap { commit in
      let key = commit.authorEmail.lowercased()
      guard known.insert(key).inserted else { return nil }
      return Contributor(
        name: commit.authorName, email: commit.authorEmail,
        isFirstTime: earlierEmails.map { !$0.contains(key) })
    }
  }
}
