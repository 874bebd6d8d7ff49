package import ReleaseSigning

/// A trust root that waits for signatures: a file that its signers pass around.
package struct TrustProposal: Sendable {
  /// The root in force, which has to hand over; nil when the proposal is a project's first root.
  package let predecessor: TrustRoot?
  /// What is proposed.
  package let root: TrustRoot
  /// The proposal with the signatures that it has.
  package private(set) var envelope: Envelope

  /// How many have signed of those whom a root asks for.
  package struct Vote: Hashable, Sendable {
    /// The version of the root that asks.
    package let version: Int64
    /// How many distinct keys of its `root` role have signed.
    package let met: Int
    /// How many must.
    package let required: Int
  }

  /// Why a file is no proposal for this project now.
  package enum Problem: Error, Hashable {
    /// The envelope cannot be read.
    case envelope(EnvelopeError)
    /// The root in it cannot be read.
    case root(StatementError)
    /// It proposes another version than the next.
    case version(expected: Int64, found: Int64)
    /// It is for another project.
    case otherProject(expected: String, found: String)
    /// A signature in it is not a good one of a root key: it was altered after somebody signed, or padded.
    case badSignature(keyID: String)
  }

  /// Proposes a root that nobody has signed yet.
  package init(_ root: TrustRoot, after predecessor: TrustRoot?) {
    self.predecessor = predecessor
    self.root = root
    envelope = root.envelope
  }

  /// Reads a proposal.
  ///
  /// - Throws: `Problem`.
  package init(parsing bytes: [UInt8], after predecessor: TrustRoot?) throws(Problem) {
    do { envelope = try Envelope(parsing: bytes, expecting: PayloadType.trustRoot) } catch {
      throw .envelope(error)
    }
    do { root = try TrustRoot(parsing: envelope.payload) } catch { throw .root(error) }
    let next = (predecessor?.version ?? 0) + 1
    guard root.version == next else { throw .version(expected: next, found: root.version) }
    if let predecessor, !root.project.utf8.elementsEqual(predecessor.project.utf8) {
      throw .otherProject(expected: predecessor.project, found: root.project)
    }
    self.predecessor = predecessor
    try requireGoodSignatures()
  }

  /// Whoever signs next must not be led to believe that those before signed the same.
  private func requireGoodSignatures() throws(Problem) {
    let message = envelope.preAuthenticationEncoding
    let keys = judges.flatMap { $0.publicKeys(for: .root) }
    for signature in envelope.signatures {
      guard keys.contains(where: { $0.isValid(signature: signature.bytes, for: message) }) else {
        throw .badSignature(keyID: signature.keyID)
      }
    }
  }

  /// Returns whether a key's signature counts: it holds `root` in the root in force or in the proposed one.
  package func counts(_ key: PublicKey) -> Bool {
    judges.contains { $0.publicKeys(for: .root).contains(key) }
  }

  /// Adds the signature of a key.
  ///
  /// - Throws: what the signer throws.
  package mutating func sign(with key: any Signer) throws { try envelope.sign(with: key) }

  /// What each root that must agree asks for, and has.
  package var votes: [Vote] {
    judges.map { judge in
      Vote(
        version: judge.version, met: envelope.signers(among: judge.publicKeys(for: .root)).count,
        required: judge.grant(for: .root)?.threshold ?? 1)
    }
  }

  /// What would change; nothing for a first root, all of which is new.
  package var differences: [TrustRootDifference] { predecessor.map(root.differences) ?? [] }

  /// Whether a holder of `root` has signed who is trusted already; of a first root: anybody whom it names.
  package var isVouchedFor: Bool { (votes.first?.met ?? 0) > 0 }

  /// Whether the root may come into force.
  package var isComplete: Bool { judges.allSatisfy { $0.accepts(envelope, for: .root) } }

  private var judges: [TrustRoot] { (predecessor.map { [$0] } ?? []) + [root] }
}
