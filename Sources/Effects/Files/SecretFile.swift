package import ReleaseSigning

/// The content of a file that holds a secret, and who may read it.
package struct SecretFile: Sendable {
  /// The content.
  package let content: SecretBytes
  /// The twelve permission bits.
  package let mode: UInt32

  /// A secret file of these parts.
  package init(content: SecretBytes, mode: UInt32) {
    self.content = content
    self.mode = mode
  }
}
