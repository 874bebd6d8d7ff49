package import StrictJSON

/// Decides whether provenance tells how the release of a manifest was built, and whether its word counts.
///
/// Source: SLSA v1.0, verifying artifacts: signature, builder, build type, subjects, and no parameter that is not known.
package struct ProvenanceVerifier: Sendable {
  private let envelopes: EnvelopeVerifier
  private let builders: [BuilderID]?

  /// Makes a verifier for one moment.
  ///
  /// - Parameters:
  ///   - trust: whose signatures count; the role is `release`.
  ///   - builders: the builders that are accepted, with none nothing; nil: whichever the signers vouch for.
  package init(trusting trust: ManifestVerifier.Trust, at now: Timestamp, accepting builders: [BuilderID]?) {
    envelopes = EnvelopeVerifier(trusting: trust, at: now)
    self.builders = builders
  }

  /// Judges the bytes of an envelope, signature first: nothing of an unsigned payload is looked at.
  package func verify(_ bytes: [UInt8], of manifest: VerifiedManifest) -> ProvenanceVerdict {
    let judged = envelopes.judge(bytes)
    guard judged.refusals.isEmpty, let envelope = judged.envelope else {
      return ProvenanceVerdict(signing: judged, provenance: nil)
    }
    let provenance: Provenance
    do { provenance = try Provenance(Statement(parsing: envelope.payload)) } catch {
      return ProvenanceVerdict(signing: judged.refused([.provenance(.malformed(error))]), provenance: nil)
    }
    let refusals = provenance.refusals(against: manifest) + builderRefusals(of: provenance)
    return ProvenanceVerdict(signing: judged.refused(refusals), provenance: provenance)
  }

  /// The answer where there is no envelope to judge, and why.
  package func refused(_ refusal: Refusal) -> ProvenanceVerdict {
    ProvenanceVerdict(signing: envelopes.refused(refusal), provenance: nil)
  }

  private func builderRefusals(of provenance: Provenance) -> [Refusal] {
    guard let builders else { return [] }
    let isAccepted = builders.contains { $0.accepts(provenance.builder) }
    return isAccepted ? [] : [.provenance(.builder(found: provenance.builder, accepted: builders))]
  }
}

/// What came of judging provenance.
package struct ProvenanceVerdict: Hashable, Sendable {
  /// The envelope, the keys that signed it, and every reason against the provenance.
  package let signing: EnvelopeVerdict
  /// What is signed, once the signatures were enough; whether it is right is for `refusals` to say.
  package let provenance: Provenance?

  /// Every reason against it.
  package var refusals: [Refusal] { signing.refusals }

  /// The provenance, when it was accepted.
  package var verified: Provenance? { refusals.isEmpty ? provenance : nil }
}
