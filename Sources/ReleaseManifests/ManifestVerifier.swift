package import ReleaseSigning
package import StrictJSON

/// Decides whether a manifest's signatures are enough.
package struct ManifestVerifier: Sendable {
  /// Whose word counts.
  package enum Trust: Hashable, Sendable {
    /// The keys of a role in a trust root, as many as its threshold.
    case root(TrustRoot, role: Role)
    /// Any one of these keys.
    case keys([PublicKey])
    /// Nobody's: the trust root itself is not to be believed.
    case nobody(reason: String)
  }

  private let envelopes: EnvelopeVerifier
  private let project: String?

  /// Makes a verifier for one moment.
  ///
  /// - Parameter project: the project that is expected; nil: whichever the trust root is for.
  package init(trusting trust: Trust, at now: Timestamp, expecting project: String? = nil) {
    envelopes = EnvelopeVerifier(trusting: trust, at: now)
    self.project = project
  }

  /// Judges the bytes of an envelope, signature first: nothing of an unsigned payload is looked at.
  package func verify(_ bytes: [UInt8]) -> ManifestVerdict {
    let judged = envelopes.judge(bytes)
    guard judged.refusals.isEmpty, let envelope = judged.envelope else {
      return ManifestVerdict(judged, .refused(judged.refusals))
    }
    do {
      let manifest = try Manifest(Statement(parsing: envelope.payload))
      if let refusal = projectRefusal(manifest) { return ManifestVerdict(judged, .refused([refusal])) }
      let verified = VerifiedManifest(manifest: manifest, envelope: envelope, signers: judged.signers)
      return ManifestVerdict(judged, .verified(verified))
    } catch {
      return ManifestVerdict(judged, .refused([.malformedManifest(error)]))
    }
  }

  /// The answer where there is no envelope to judge, and why.
  package func refused(_ refusal: Refusal) -> ManifestVerdict {
    let judged = envelopes.refused(refusal)
    return ManifestVerdict(judged, .refused(judged.refusals))
  }

  private func projectRefusal(_ manifest: Manifest) -> Refusal? {
    let root = if case .root(let root, _) = envelopes.trust { root.project } else { nil as String? }
    let other = [root, project].compactMap(\.self).first { !$0.utf8.elementsEqual(manifest.project.utf8) }
    return other.map { .projectMismatch(expected: $0, found: manifest.project) }
  }
}

/// What came of judging a manifest's signatures.
package struct ManifestVerdict: Hashable, Sendable {
  /// Yes, or no with every reason.
  package enum Outcome: Hashable, Sendable {
    case verified(VerifiedManifest)
    case refused([Refusal])
  }

  /// The envelope, when there is one; on refusal nothing in it is proven.
  package let envelope: Envelope?
  /// The distinct trusted keys that signed.
  package let signers: [PublicKey]
  /// How many had to sign.
  package let required: Int
  /// Yes or no.
  package let outcome: Outcome

  init(_ judged: EnvelopeVerdict, _ outcome: Outcome) {
    envelope = judged.envelope
    signers = judged.signers
    required = judged.required
    self.outcome = outcome
  }

  /// What was found out of the envelope, with every reason against the manifest.
  package var signing: EnvelopeVerdict {
    EnvelopeVerdict(envelope: envelope, signers: signers, required: required, refusals: refusals)
  }

  /// The manifest, when it was accepted.
  package var verified: VerifiedManifest? {
    if case .verified(let manifest) = outcome { manifest } else { nil }
  }

  /// Every reason against it.
  package var refusals: [Refusal] {
    if case .refused(let refusals) = outcome { refusals } else { [] }
  }
}
