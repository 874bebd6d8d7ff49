/// Why there is no SSH signature, or no line for a key. Cases are facts; the words for people are found elsewhere.
package enum SSHFormatError: Error, Hashable, Sendable {
  /// The hash of the message is not the 64 bytes that SHA-512 returns; the number found.
  case wrongHashLength(Int)
  /// The namespace is empty, or no namespace is named where there must be one.
  case noNamespace
  /// The namespace holds what is not shown as one line.
  case unprintableNamespace
  /// The namespace has more bytes than an `allowed_signers` file can name; the number found.
  case namespaceTooLong(Int)
  /// The namespace holds a character that an `allowed_signers` file reads as a pattern, a list or a quotation.
  case ambiguousNamespace(String)
  /// The principal is empty or too long, or holds a character that an `allowed_signers` file reads as something else.
  case unusablePrincipal(String)
  /// The comment holds what is not shown as one line.
  case unprintableComment
}
