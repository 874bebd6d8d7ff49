/// What a message says it takes back or brings back.
package enum Reversal: Hashable, Sendable {
  /// A commit, by its object id in lower case: in full or abbreviated to seven hexadecimal digits at least.
  case commit(String)
  /// A pull or merge request, by the digits of its number.
  case pullRequest(String)
  /// The subject that `Revert "…"` or `Reapply "…"` quotes, where nothing else names what was done.
  case subject(String)
}
