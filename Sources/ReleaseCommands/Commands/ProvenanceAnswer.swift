internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What `provenance verify` answers: the same keys whether the answer is yes or no.
struct ProvenanceAnswer {
  private let manifest: ManifestVerdict
  private let provenance: ProvenanceVerdict?
  private let judge: TrustJudge

  /// - Parameter provenance: nil when the manifest was refused, and so there was nothing to hold it against.
  init(manifest: ManifestVerdict, provenance: ProvenanceVerdict?, judge: TrustJudge) {
    self.manifest = manifest
    self.provenance = provenance
    self.judge = judge
  }

  var answer: Answer {
    let refusals = (manifest.refusals + (provenance?.refusals ?? [])).sorted { $0.code < $1.code }
    let refusal = VerificationWording.diagnostic(of: refusals)
    let codes = refusals.map(\.code.rawValue)
    let distinct = codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map(\.element)
    let last = refusal == nil ? verified : "refused: \(distinct.joined(separator: ", "))"
    return Answer(
      lines: checks.flatMap(\.lines) + [last], document: document(isVerified: refusal == nil),
      refusal: refusal)
  }

  private var verified: String {
    guard let manifest = manifest.verified?.manifest, let provenance = provenance?.verified else { return "" }
    let run = provenance.invocation.map { " in \($0)" } ?? ""
    return "verified: \(manifest.component ?? manifest.project) \(manifest.version), built by "
      + "\(provenance.builder)\(run)"
  }

  private var checks: [VerificationCheck] {
    let first = VerificationCheck(
      name: "manifest", status: status(manifest.refusals, ok: "as signed"))
    guard let provenance else {
      let names = ["envelope", "trust", "signatures"] + Self.contents.map(\.name)
      return [first]
        + names.map {
          VerificationCheck(name: $0, status: .skipped("there is no manifest to hold it against"))
        }
    }
    return [first] + SignatureChecks(provenance, judge.trust).signing + contents(of: provenance)
  }

  /// The checks of what is signed, and which reasons belong to each.
  private static let contents: [(name: String, ok: String, owns: @Sendable (Refusal) -> Bool)] = [
    ("subjects", "those of the manifest", { [.subject, .manifest].contains(field($0)) }),
    ("source", "the manifest's commit", { $0.code == .commitMismatch || field($0) == .source }),
    ("builder", "accepted", { $0.code == .builderUntrusted }),
    (
      "parameters", "those of the manifest, and no others",
      { $0.code == .provenanceMismatch && ![.subject, .manifest, .source].contains(field($0)) }
    ),
  ]

  private static func field(_ refusal: Refusal) -> Provenance.Field? {
    if case .provenance(.otherwise(let field, _, _)) = refusal { field } else { nil }
  }

  private func contents(of verdict: ProvenanceVerdict) -> [VerificationCheck] {
    Self.contents.map { name, detail, owns in
      guard let provenance = verdict.provenance else {
        return VerificationCheck(name: name, status: .skipped("nothing of unproven provenance is looked at"))
      }
      let ok = name == "builder" ? provenance.builder.text : detail
      return VerificationCheck(name: name, status: status(verdict.refusals.filter(owns), ok: ok))
    }
  }

  private func status(_ refusals: [Refusal], ok detail: String) -> VerificationCheck.Status {
    refusals.isEmpty ? .ok(detail) : .failed(refusals)
  }

  private func document(isVerified: Bool) -> JSONObject {
    let release = manifest.verified?.manifest
    let built = provenance?.provenance
    let signing = provenance?.signing
    return [
      "verified": .bool(isVerified), "project": JSONValue(release?.project),
      "component": JSONValue(release?.component), "version": JSONValue(release?.version.description),
      "tag": JSONValue(release?.tag), "commit": JSONValue(release?.source.commit),
      "manifest_digest": JSONValue(manifest.envelope?.payloadDigest.hex),
      "provenance_digest": JSONValue(signing?.envelope?.payloadDigest.hex),
      "builder": JSONValue(built?.builder.text), "invocation_id": JSONValue(built?.invocation),
      "started_on": JSONValue(built?.startedOn?.description),
      "finished_on": JSONValue(built?.finishedOn?.description),
      "signers": .array((signing?.signers ?? []).map { judge.trust.root.json(of: $0, in: judge.role) }),
      "threshold": [
        "required": JSONValue(manifest.required),
        "met": .bool((signing?.signers.count ?? 0) >= manifest.required),
      ], "checks": .array(checks.map(\.json)),
    ]
  }
}
