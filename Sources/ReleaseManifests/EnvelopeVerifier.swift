package import ReleaseSigning
package import StrictJSON

/// Decides whether the signatures of an envelope are enough, whatever it carries.
///
/// Manifests and provenance are judged by it, so that there is one reading of roles, thresholds and expiry.
package struct EnvelopeVerifier: Sendable {
  let trust: ManifestVerifier.Trust
  let now: Timestamp

  /// Makes a verifier for one moment.
  package init(trusting trust: ManifestVerifier.Trust, at now: Timestamp) {
    self.trust = trust
    self.now = now
  }

  /// Judges the bytes of an envelope; nothing of its payload is looked at.
  package func judge(_ bytes: [UInt8]) -> EnvelopeVerdict {
    let envelope: Envelope
    do {
      envelope = try Envelope(parsing: bytes, expecting: PayloadType.statement)
    } catch {
      return refused(.malformedEnvelope(error))
    }
    let signers = envelope.signers(among: candidates)
    return EnvelopeVerdict(
      envelope: envelope, signers: signers, required: required,
      refusals: refusals(signatures: envelope.signatures.count, signers: signers.count))
  }

  /// The answer where there is no envelope to judge, and why.
  package func refused(_ refusal: Refusal) -> EnvelopeVerdict {
    EnvelopeVerdict(envelope: nil, signers: [], required: required, refusals: [refusal] + trustRefusals)
  }

  private var candidates: [PublicKey] {
    switch trust {
    case .root(let root, let role): root.publicKeys(for: role)
    case .keys(let keys): keys
    case .nobody: []
    }
  }

  private var role: Role? {
    if case .root(_, let role) = trust { role } else { nil }
  }

  private var required: Int {
    if case .root(let root, let role) = trust { root.grant(for: role)?.threshold ?? 1 } else { 1 }
  }

  private func refusals(signatures: Int, signers: Int) -> [Refusal] {
    if case .nobody = trust { return trustRefusals }
    guard signers > 0 else {
      return trustRefusals + [.signatureUntrusted(signatures: signatures, role: role)]
    }
    guard signers < required else { return trustRefusals }
    return trustRefusals + [.thresholdNotMet(required: required, met: signers, role: role)]
  }

  /// What is wrong with the trust itself, whatever was signed.
  private var trustRefusals: [Refusal] {
    switch trust {
    case .keys: []
    case .nobody(let reason): [.trustInvalid(reason: reason)]
    case .root(let root, let role):
      (root.grant(for: role) == nil ? [.roleMissing(role)] : [])
        + (root.hasExpired(at: now) ? [.trustExpired(at: root.expires)] : [])
    }
  }
}

/// What came of judging the signatures of an envelope.
package struct EnvelopeVerdict: Hashable, Sendable {
  /// The envelope, when there is one; on refusal nothing in it is proven.
  package let envelope: Envelope?
  /// The distinct trusted keys that signed.
  package let signers: [PublicKey]
  /// How many had to sign.
  package let required: Int
  /// Every reason against it; none: its payload may be looked at.
  package let refusals: [Refusal]

  /// Returns the same envelope with other reasons against it, found out by looking at its payload.
  func refused(_ refusals: [Refusal]) -> EnvelopeVerdict {
    EnvelopeVerdict(envelope: envelope, signers: signers, required: required, refusals: refusals)
  }
}
