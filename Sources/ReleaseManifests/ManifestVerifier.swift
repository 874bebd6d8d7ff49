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

  let trust: Trust
  let now: Timestamp
  let project: String?

  /// Makes a verifier for one moment.
  ///
  /// - Parameter project: the project that is expected; nil: whichever the trust root is for.
  package init(trusting trust: Trust, at now: Timestamp, expecting project: String? = nil) {
    self.trust = trust
    self.now = now
    self.project = project
  }

  /// Judges the bytes of an envelope, signature first: nothing of an unsigned payload is looked at.
  package func verify(_ bytes: [UInt8]) -> ManifestVerdict {
    let envelope: Envelope
    do {
      envelope = try Envelope(parsing: bytes, expecting: PayloadType.statement)
    } catch {
      return ManifestVerdict(
        envelope: nil, signers: [], required: required,
        outcome: .refused([.malformedEnvelope(error)] + trustRefusals))
    }
    return verify(envelope)
  }

  /// The answer to a file that is longer than any manifest, and was not read.
  package var refusalOfLength: ManifestVerdict {
    let error = JSONError(offset: JSONLimits().bytes, reason: .tooLarge)
    return ManifestVerdict(
      envelope: nil, signers: [], required: required,
      outcome: .refused([.malformedEnvelope(.notJSON(error))] + trustRefusals))
  }

  private func verify(_ envelope: Envelope) -> ManifestVerdict {
    let signers = envelope.signers(among: candidates)
    let refusals = refusals(signatures: envelope.signatures.count, signers: signers.count)
    func verdict(_ outcome: ManifestVerdict.Outcome) -> ManifestVerdict {
      ManifestVerdict(envelope: envelope, signers: signers, required: required, outcome: outcome)
    }
    guard refusals.isEmpty else { return verdict(.refused(refusals)) }
    do {
      let manifest = try Manifest(Statement(parsing: envelope.payload))
      if let refusal = projectRefusal(manifest) { return verdict(.refused([refusal])) }
      return verdict(.verified(VerifiedManifest(manifest: manifest, envelope: envelope, signers: signers)))
    } catch {
      return verdict(.refused([.malformedManifest(error)]))
    }
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

  private func projectRefusal(_ manifest: Manifest) -> Refusal? {
    let root = if case .root(let root, _) = trust { root.project } else { nil as String? }
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

  /// The manifest, when it was accepted.
  package var verified: VerifiedManifest? {
    if case .verified(let manifest) = outcome { manifest } else { nil }
  }

  /// Every reason against it.
  package var refusals: [Refusal] {
    if case .refused(let refusals) = outcome { refusals } else { [] }
  }
}
