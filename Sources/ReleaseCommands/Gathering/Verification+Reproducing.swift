internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

extension Verification {
  /// Holds the release against the manifest of a second build, signed or not.
  ///
  /// - Throws: `FileError` when that manifest cannot be read.
  func reproduced(_ verified: VerifiedManifest) throws -> VerificationCheck {
    guard let file = command.reproducedBy else { return check("reproduced", asked: false, []) }
    let second: StatedManifest
    do {
      guard let bytes = try session.document(file) else { return failed([.tooLong]) }
      second = try StatedManifest(parsing: bytes)
    } catch let error as StatementError {
      return failed([.unreadable(error)])
    }
    let faults = Reproduction(of: verified.manifest, by: second.manifest).faults
    guard faults.isEmpty else { return failed(faults) }
    let rebuilder = Rebuilder(of: second, beside: verified, knowing: knownKeys)
    return VerificationCheck(
      name: "reproduced",
      status: .ok(([ReproductionWording.same(verified.manifest)] + rebuilder.notes).joined(separator: "; ")))
  }

  private func failed(_ faults: [Reproduction.Fault]) -> VerificationCheck {
    VerificationCheck(name: "reproduced", status: .failed(faults.map { .notReproduced($0) }))
  }

  /// Every key of the trust root, whatever its role: who builds again need not be allowed to release.
  private var knownKeys: [PublicKey: String] {
    let named = judge.chain?.current.keys.values.map { ($0.publicKey, $0.name) } ?? []
    return Dictionary(named + judge.keys.map { ($0, "") }) { first, _ in first }
  }
}

/// Who says that they built a release again.
struct Rebuilder {
  private let envelope: Envelope?
  private let signers: [PublicKey]
  private let verified: VerifiedManifest
  private let names: [PublicKey: String]

  init(of second: StatedManifest, beside verified: VerifiedManifest, knowing names: [PublicKey: String]) {
    envelope = second.envelope
    self.verified = verified
    self.names = names
    let candidates = Set(names.keys).union(verified.signers).sorted { $0.keyID < $1.keyID }
    signers = second.envelope?.signers(among: candidates) ?? []
  }

  /// What there is to say of the signatures; none of it decides.
  var notes: [String] {
    guard let envelope else { return ["nobody has signed the second manifest"] }
    let good = signers.map { "built again by \(label($0))" }
    let both = verified.signers.filter(signers.contains)
      .map { "not independent: \(label($0)) has signed both" }
    return good + others(envelope).map(note) + both
  }

  /// The key ids that signatures name which no key that is known made.
  private func others(_ envelope: Envelope) -> [String] {
    let message = envelope.preAuthenticationEncoding
    return envelope.signatures.filter { signature in
      // Whoever is named is tried first, so that an honest envelope costs one attempt a signature.
      let named = signers.filter { isNamed(signature.keyID, $0) }
      let rest = signers.filter { !isNamed(signature.keyID, $0) }
      return !(named + rest).contains { $0.isValid(signature: signature.bytes, for: message) }
    }.map(\.keyID)
  }

  private func isNamed(_ keyID: String, _ key: PublicKey) -> Bool {
    key.keyID.hex.utf8.elementsEqual(keyID.utf8)
  }

  private func note(_ keyID: String) -> String {
    if let key = (Array(names.keys) + verified.signers).first(where: { isNamed(keyID, $0) }) {
      return "the signature that names \(label(key)) is wrong"
    }
    return keyID.isEmpty
      ? "a signature without a key id was made by no key that is known here"
      : "the signature that names \(keyID) was not checked: the key is not known here"
  }

  private func label(_ key: PublicKey) -> String {
    let name = names[key] ?? ""
    return name.isEmpty ? key.keyID.hex : "\(name) (\(key.keyID.hex))"
  }
}
