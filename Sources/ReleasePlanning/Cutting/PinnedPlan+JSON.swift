internal import SemanticVersions
package import StrictJSON

/// Why a file is no plan.
package enum PinnedPlanError: Error, Hashable, Sendable {
  /// It is no JSON.
  case syntax(JSONError)
  /// It is no plan that `release plan --output` wrote.
  case shape(JSONShapeError)
}

extension PinnedPlan {
  /// The members that a written plan has beside those of the answer.
  package var pins: JSONObject {
    [
      "head_commit": .string(head), "branch": JSONValue(branch), "answer_sha256": .string(answer),
      "channel": JSONValue(channel), "asked": .bool(isAsked),
      "base": base.map { ["tag": .string($0.tag), "commit": .string($0.commit)] } ?? .null,
      "remote": remote.map { ["name": .string($0.name), "tags_sha256": .string($0.digest)] } ?? .null,
    ]
  }

  /// Reads a written plan.
  ///
  /// - Throws: `PinnedPlanError`.
  package init(parsing bytes: [UInt8]) throws(PinnedPlanError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: bytes) } catch { throw .syntax(error) }
    do { try self.init(JSONCursor(value)) } catch { throw .shape(error) }
  }

  private init(_ plan: JSONCursor) throws(JSONShapeError) {
    try plan.member("schema").require(1)
    let pins = try plan.member("pins")
    component = try plan.optional("component")?.string()
    version = try plan.optional("next").map { (next) throws(JSONShapeError) in try next.version() }
    branch = try pins.optional("branch")?.string()
    answer = try pins.member("answer_sha256").string()
    channel = try pins.optional("channel")?.string()
    isAsked = try pins.member("asked").bool()
    head = try pins.member("head_commit").string()
    base = try pins.optional("base").map { (base) throws(JSONShapeError) in
      Base(tag: try base.member("tag").string(), commit: try base.member("commit").string())
    }
    remote = try pins.optional("remote").map { (remote) throws(JSONShapeError) in
      Remote(name: try remote.member("name").string(), digest: try remote.member("tags_sha256").string())
    }
  }
}

extension JSONCursor {
  fileprivate func version() throws(JSONShapeError) -> Version {
    let text = try string()
    do { return try Version(parsing: text) } catch { throw unexpected(.version) }
  }
}
