/// The signature of a file in the prehashed form of minisign (https://jedisct1.github.io/minisign/, section "Signature
/// format").
///
/// ```
/// untrusted comment: <comment>
/// base64("ED" | key number | signature over BLAKE2b-512 of the file)
/// trusted comment: <comment>
/// base64(signature over the first signature | trusted comment)
/// ```
///
/// Only a hash is signed, never bytes that somebody else chose: no file can be made whose minisign signature is also
/// the signature of another format. The same file, key and comments always have the same text.
package struct MinisignSignature: Hashable, Sendable {
  /// The text of the `.minisig` file.
  package let text: String

  /// The most bytes of an untrusted comment: minisign reads 1023 of its line.
  package static let longestUntrustedComment = 1023 - "untrusted comment: \n".utf8.count

  /// The most bytes of a trusted comment: minisign reads 8191 of its line.
  package static let longestTrustedComment = 8191 - "trusted comment: \n".utf8.count

  /// The signature that a signer makes over a file; nothing is signed unless all the rest is in order.
  ///
  /// - Parameters:
  ///   - hash: The BLAKE2b-512 hash of the file.
  ///   - signer: Asked for the hash, then for the trusted comment.
  ///   - untrustedComment: One line that nothing vouches for. Tabs are let through, which minisign parts fields with.
  ///   - trustedComment: One line that is signed as well. Tabs are let through here, too.
  /// - Throws: ``MinisignError``, and what the signer throws.
  package init(
    ofHash hash: [UInt8], by signer: any Signer, untrustedComment: String, trustedComment: String
  ) throws {
    guard hash.count == HashAlgorithm.blake2b512.byteCount else {
      throw MinisignError.wrongHashLength(hash.count)
    }
    try Self.check(untrustedComment: untrustedComment, trustedComment: trustedComment)
    let signature = try signer.sign(hash)
    let seal = try signer.sign(signature + Array(trustedComment.utf8))
    let number = MinisignPublicKey(signer.publicKey).number
    text = """
      untrusted comment: \(untrustedComment)
      \(PEMBlock.base64(Array("ED".utf8) + number + signature))
      trusted comment: \(trustedComment)
      \(PEMBlock.base64(seal))

      """
  }

  private static func check(untrustedComment: String, trustedComment: String) throws(MinisignError) {
    guard untrustedComment.utf8.count <= longestUntrustedComment else {
      throw .untrustedCommentTooLong(untrustedComment.utf8.count)
    }
    guard trustedComment.utf8.count <= longestTrustedComment else {
      throw .trustedCommentTooLong(trustedComment.utf8.count)
    }
    guard PrintableLine.holds(untrustedComment, allowingTabs: true) else {
      throw .unprintableUntrustedComment
    }
    guard PrintableLine.holds(trustedComment, allowingTabs: true) else { throw .unprintableTrustedComment }
  }
}
