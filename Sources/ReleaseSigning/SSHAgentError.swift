/// Why a message to or from an SSH agent cannot be used. Cases are facts; the words for people are found elsewhere.
package enum SSHAgentError: Error, Hashable, Sendable {
  /// The message has more bytes than OpenSSH lets through; the number found.
  case tooLong(Int)
  /// The answer ends before a value in it does.
  case truncated
  /// The answer has this many bytes after its last value.
  case trailingBytes(Int)
  /// The answer is of a kind that answers no request of ours; its number.
  case unexpectedAnswer(UInt8)
  /// The answer names an algorithm by what is no name (RFC 4251, section 6).
  case malformedName
  /// The signature belongs to another algorithm than was asked for.
  case wrongSignatureAlgorithm(String)
  /// The signature is not 64 bytes long; the number found.
  case wrongSignatureLength(Int)
}
