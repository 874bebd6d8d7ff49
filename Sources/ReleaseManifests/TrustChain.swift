package import ReleaseSigning
internal import StrictJSON

/// Trust roots of consecutive versions, each vouched for by the one before.
package struct TrustChain: Hashable, Sendable {
  /// The roots, oldest first; never empty.
  package private(set) var roots: [Link]

  /// A root and the envelope that it came in.
  package struct Link: Hashable, Sendable {
    /// The root.
    package let root: TrustRoot
    /// The envelope with its signatures.
    package let envelope: Envelope
    /// SHA-256 of the root's bytes.
    package var digest: Digest { envelope.payloadDigest }
  }

  /// Why a root is not to be believed.
  package enum Problem: Error, Hashable {
    /// The envelope cannot be read.
    case envelope(EnvelopeError)
    /// The root in it cannot be read.
    case root(StatementError)
    /// It is not signed by enough of its own `root` keys.
    case notSignedByItself(version: Int64)
    /// It is not signed by enough `root` keys of the version before.
    case notSignedByPrevious(version: Int64)
    /// Its version is not the one after the root before.
    case versionGap(expected: Int64, found: Int64)
    /// It is for another project.
    case otherProject(expected: String, found: String)
  }

  /// Begins a chain with a root that is trusted because of where it came from.
  ///
  /// - Throws: `Problem` when it cannot be read or is not signed by its own threshold.
  package init(anchor bytes: [UInt8]) throws(Problem) {
    let link = try Self.link(bytes)
    try Self.requireOwnSignatures(of: link)
    roots = [link]
  }

  /// The newest root: the one in force.
  package var current: TrustRoot { roots[roots.count - 1].root }
  /// The newest root with its envelope.
  package var newest: Link { roots[roots.count - 1] }
  /// The oldest root with its envelope: where trust begins.
  package var oldest: Link { roots[0] }

  /// Returns the root of a version.
  package func link(version: Int64) -> Link? { roots.first { $0.root.version == version } }

  /// Appends the next version.
  ///
  /// The signatures of the root before are looked for first: the keys that a stranger lists cost nothing then.
  ///
  /// An expired root may hand over to the next: what matters is that the last one has not expired.
  ///
  /// - Throws: `Problem`.
  package mutating func append(_ bytes: [UInt8]) throws(Problem) {
    let link = try Self.link(bytes)
    guard link.root.version == current.version + 1 else {
      throw .versionGap(expected: current.version + 1, found: link.root.version)
    }
    guard link.root.project.utf8.elementsEqual(current.project.utf8) else {
      throw .otherProject(expected: current.project, found: link.root.project)
    }
    guard current.accepts(link.envelope, for: .root) else {
      throw .notSignedByPrevious(version: link.root.version)
    }
    try Self.requireOwnSignatures(of: link)
    roots.append(link)
  }

  private static func link(_ bytes: [UInt8]) throws(Problem) -> Link {
    let envelope: Envelope
    do { envelope = try Envelope(parsing: bytes, expecting: PayloadType.trustRoot) } catch {
      throw .envelope(error)
    }
    let root: TrustRoot
    do { root = try TrustRoot(parsing: envelope.payload) } catch { throw .root(error) }
    return Link(root: root, envelope: envelope)
  }

  private static func requireOwnSignatures(of link: Link) throws(Problem) {
    guard link.root.accepts(link.envelope, for: .root) else {
      throw .notSignedByItself(version: link.root.version)
    }
  }
}
