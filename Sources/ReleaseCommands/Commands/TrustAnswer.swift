internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

/// What a trust root says, for people and programs.
struct TrustAnswer {
  private let root: TrustRoot
  private let digest: Digest
  private let path: String
  private var votes: [TrustProposal.Vote] = []
  private var changes: [String] = []
  private var facts: JSONObject = [:]
  /// Why the root is not in force.
  var refusal: Diagnostic?

  init(_ root: TrustRoot, digest: Digest, path: String) {
    self.root = root
    self.digest = digest
    self.path = path
  }

  /// A root that waits for signatures.
  init(_ proposal: TrustProposal, path: String, isInForce: Bool = false) {
    self.init(proposal.root, digest: proposal.envelope.payloadDigest, path: path)
    votes = proposal.votes
    changes = proposal.differences.map(TrustWording.sentence)
    facts = [
      "changes": JSONValue(changes), "in_force": .bool(isInForce),
      "proposal": JSONValue(isInForce ? nil : path),
      "votes": .array(
        votes.map {
          ["root": .integer($0.version), "met": JSONValue($0.met), "required": JSONValue($0.required)]
        }),
    ]
  }

  var answer: Answer {
    var document = document
    document.append(contentsOf: facts)
    return Answer(lines: lines, document: document, refusal: refusal)
  }

  private var lines: [String] {
    [
      "\(root.project), root \(root.version), until \(root.expires)", "  digest  sha256:\(digest.hex)",
      "  ledger  \(root.ledgerOrigin)",
    ] + root.roles.sorted { $0.key < $1.key }.map(line)
      + changes.map { "  change  \($0)" }
      + votes.map { "  signed by \($0.met) of \($0.required) root keys of root \($0.version)" }
  }

  private var document: JSONObject {
    [
      "path": .string(path), "project": .string(root.project), "version": .integer(root.version),
      "expires": .string(root.expires.description), "digest": .string(digest.hex),
      "ledger_origin": .string(root.ledgerOrigin),
      "keys": .object(
        JSONObject(
          root.keys.sorted { $0.key < $1.key }.map { ($0.key.hex, ["name": .string($0.value.name)]) })),
      "roles": .object(JSONObject(root.roles.sorted { $0.key < $1.key }.map(role))),
    ]
  }

  private func line(_ role: ReleaseManifests.Role, _ grant: TrustRoot.Grant) -> String {
    let names = grant.keyIDs.map { id in
      "\(root.keys[id].map(\.name) ?? "") \(id.hex.prefix(12))"
    }
    return "  \(role)  \(grant.threshold) of \(grant.keyIDs.count): \(names.joined(separator: ", "))"
  }

  private func role(_ role: ReleaseManifests.Role, _ grant: TrustRoot.Grant) -> (String, JSONValue) {
    (
      role.name,
      ["keyids": .array(grant.keyIDs.map { .string($0.hex) }), "threshold": JSONValue(grant.threshold)]
    )
  }
}
