/// Why there is no minisign signature. Cases are facts; the words for people are found elsewhere.
package enum MinisignError: Error, Hashable, Sendable {
  /// The hash of the file is not the 64 bytes that BLAKE2b-512 returns; the number found.
  case wrongHashLength(Int)
  /// The untrusted comment holds what is not shown as one line.
  case unprintableUntrustedComment
  /// The trusted comment holds what is not shown as one line.
  case unprintableTrustedComment
  /// The untrusted comment has more bytes than stock minisign reads; the number found.
  case untrustedCommentTooLong(Int)
  /// The trusted comment has more bytes than stock minisign reads; the number found.
  case trustedCommentTooLong(Int)
}
