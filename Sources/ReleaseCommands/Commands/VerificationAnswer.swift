internal import Effects
internal import OCIImages
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What `verify` answers: the same keys whether the answer is yes or no.
struct VerificationAnswer {
  private let report: VerificationReport

  init(_ report: VerificationReport) { self.report = report }

  var answer: Answer {
    let refusal = VerificationWording.diagnostic(of: report.refusals)
    let last = report.verdict.verified.map { verified -> String in
      let name = verified.manifest.component ?? verified.manifest.project
      return "\(name) \(verified.manifest.version) (\(verified.digest.hex))"
    }
    let codes = report.refusals.map(\.code.rawValue)
    let distinct = codes.enumerated().filter { codes.firstIndex(of: $1) == $0 }.map(\.element)
    let verdict =
      refusal == nil ? last.map { "verified: \($0)" } ?? "" : "refused: \(distinct.joined(separator: ", "))"
    return Answer(lines: lines + [verdict], document: document, refusal: refusal)
  }

  private var lines: [String] { report.checks.flatMap(\.lines) }

  private var document: JSONObject {
    let manifest = report.verdict.verified?.manifest
    var object: JSONObject = [
      "verified": .bool(report.refusals.isEmpty), "project": JSONValue(manifest?.project),
    ]
    object["component"] = JSONValue(manifest?.component)
    object["version"] = JSONValue(manifest?.version.description)
    object["tag"] = JSONValue(manifest?.tag)
    object["commit"] = JSONValue(manifest?.source.commit)
    object["manifest_digest"] = JSONValue(report.verdict.envelope?.payloadDigest.hex)
    object["signers"] = .array(report.verdict.signers.map { report.root.json(of: $0, in: report.role) })
    object["threshold"] = [
      "required": JSONValue(report.verdict.required),
      "met": .bool(report.verdict.signers.count >= report.verdict.required),
    ]
    object["checks"] = .array(report.checks.map(\.json))
    if let image = report.image {
      object["image"] = [
        "name": JSONValue(report.imageName),
        "reference": .string(image.with(tag: nil, digest: image.digest).text), "tag": JSONValue(image.tag),
      ]
    }
    if let surplus = report.surplus {
      object["surplus"] = ["count": JSONValue(surplus.count), "paths": JSONValue(surplus.paths)]
    }
    return object
  }
}
