internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

/// What a trust root says, for people and programs.
struct TrustAnswer {
  private let root: TrustRoot
  private let digest: Digest
  private let path: String

  init(_ root: TrustRoot, digest: Digest, path: String) {
    self.root = root
    self.digest = digest
    self.path = path
  }

  var answer: Answer {
    Answer(
      lines: [
        "\(root.project), root \(root.version), until \(root.expires)", "  digest  sha256:\(digest.hex)",
        "  ledger  \(root.ledgerOrigin)",
      ] + root.roles.sorted { $0.key < $1.key }.map(line),
      document: [
        "path": .string(path), "project": .string(root.project), "version": .integer(root.version),
        "expires": .string(root.expires.description), "digest": .string(digest.hex),
        "ledger_origin": .string(root.ledgerOrigin),
        "keys": .object(
          JSONObject(
            root.keys.sorted { $0.key < $1.key }.map { ($0.key.hex, ["name": .string($0.value.name)]) })),
        "roles": .object(JSONObject(root.roles.sorted { $0.key < $1.key }.map(role))),
      ])
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
