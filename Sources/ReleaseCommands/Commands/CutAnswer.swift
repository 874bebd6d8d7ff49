internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What `cut` and `seal` answer.
enum CutAnswer {
  static func planned(_ plan: CutPlan, patch: String) -> Answer {
    var object = head(version: plan.version, previous: plan.previous, tag: plan.tag, commit: nil)
    object["dry_run"] = true
    object["actions"] = actions(plan.actions)
    object["patch"] = .string(patch)
    let lines = ["\(plan.version)"] + plan.actions.map { "  " + ActionWording.sentence($0) }
    return Answer(Message(rows: lines + [""]) + Message(lines: "\n" + patch), document: object)
  }

  static func done(_ plan: CutPlan, _ outcome: Perform.Outcome, next: String?, _ session: Session) -> Answer {
    var object = head(version: plan.version, previous: plan.previous, tag: plan.tag, commit: outcome.commit)
    add(outcome.seal, to: &object)
    object["actions"] = actions(plan.actions)
    if let next { session.console.hint("publish with `\(next)`") }
    return Answer(lines: lines(plan.version, plan.tag, outcome.commit, outcome.seal), document: object)
  }

  static func sealed(_ seal: Seal, tag: String) -> Answer {
    let manifest = seal.manifest
    var object = head(
      version: manifest.version, previous: manifest.previous?.version, tag: tag,
      commit: manifest.source.commit)
    add(seal, to: &object)
    object["actions"] = actions(seal.actions)
    return Answer(lines: lines(manifest.version, tag, manifest.source.commit, seal), document: object)
  }

  /// The head is a release, and there is nothing to seal it with.
  static func already(_ release: ReleaseTag) -> Answer {
    var object = head(
      version: release.version, previous: nil, tag: release.name, commit: release.commit.description)
    object["actions"] = []
    return Answer(lines: ["\(release.version) is released already: \(release.name)"], document: object)
  }

  static func nothing(since base: ReleaseTag?, commits: Int) -> Answer {
    let object: JSONObject = [
      "version": nil, "previous_version": JSONValue(base?.version.description), "tag": nil, "commit": nil,
      "manifest_path": nil, "manifest_digest": nil, "ledger_index": nil, "actions": [],
    ]
    return Answer(
      lines: [
        "nothing to release: none of \(commits) commits since \(base?.name ?? "the beginning") moves the version"
      ],
      document: object)
  }

  private static func head(version: Version, previous: Version?, tag: String, commit: String?) -> JSONObject {
    [
      "version": .string(version.description), "previous_version": JSONValue(previous?.description),
      "tag": .string(tag),
      "commit": JSONValue(commit), "manifest_path": nil, "manifest_digest": nil, "ledger_index": nil,
    ]
  }

  private static func add(_ seal: Seal?, to object: inout JSONObject) {
    guard let seal else { return }
    object["manifest_path"] = .string(seal.path)
    object["manifest_digest"] = .string(seal.envelope.payloadDigest.hex)
    object["ledger_index"] = seal.ledgerIndex.map { .integer(Int64($0)) } ?? .null
  }

  private static func actions(_ actions: [Action]) -> JSONValue {
    .array(actions.map { ["action": .string($0.name), "detail": .string(ActionWording.sentence($0))] })
  }

  private static func lines(_ version: Version, _ tag: String, _ commit: String, _ seal: Seal?) -> [String] {
    var lines = ["\(version)", "  tag       \(tag)", "  commit    \(commit)"]
    if let seal {
      lines.append("  manifest  \(seal.place)")
      lines.append("  digest    sha256:\(seal.envelope.payloadDigest.hex)")
      lines.append("  ledger    \(seal.ledgerIndex.map { "entry \($0)" } ?? "not recorded")")
    }
    return lines
  }
}
