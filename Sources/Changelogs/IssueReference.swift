/// An issue or pull request that a commit names.
package struct IssueReference: Hashable, Sendable {
  /// What the commit does to it, as written: `Closes`, `Refs`; nil when it is only mentioned.
  package let action: String?
  /// The other repository, such as `owner/name`; nil for the repository itself.
  package let repository: String?
  /// The number, in decimal digits without leading zeros.
  package let number: String

  /// Creates a reference.
  package init(action: String? = nil, repository: String? = nil, number: String) {
    self.action = action
    self.repository = repository
    self.number = number
  }

  /// The reference as people write it: `#12` or `owner/name#12`.
  package var text: String { (repository ?? "") + "#" + number }
}
