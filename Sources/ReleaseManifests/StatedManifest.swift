package import ReleaseSigning

/// A manifest as a file states it, signed or not: nothing in it is proven.
package struct StatedManifest: Hashable, Sendable {
  /// What the file says.
  package let manifest: Manifest
  /// SHA-256 of the manifest's bytes.
  package let digest: Digest
  /// The envelope; nil for a bare statement.
  package let envelope: Envelope?

  /// Reads an envelope, or the statement that would be in one; no signature is checked.
  ///
  /// - Throws: `StatementError`.
  package init(parsing bytes: [UInt8]) throws(StatementError) {
    envelope = try? Envelope(parsing: bytes, expecting: PayloadType.statement)  // or a bare statement
    let payload = envelope?.payload ?? bytes
    manifest = try Manifest(Statement(parsing: payload))
    digest = Digest.sha256(payload)
  }
}
