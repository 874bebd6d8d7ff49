package import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
package import StrictJSON

extension LedgerEvent {
  /// The statement that says this; its type is that of its kind.
  package var statement: Statement {
    Statement(subjects: [subject], predicateType: Statement.type(of: kind.rawValue), predicate: predicate)
  }

  /// The release's manifest, the trust root, or the environment by name.
  private var subject: Statement.Subject {
    if let release { return .init(name: "manifest", sha256: release.manifestDigest) }
    if case .string(let hex)? = detail["digest"], let digest = Digest(hex: hex) {
      return .init(name: kind.rawValue, sha256: digest)
    }
    let place = "\(project)\n\(environment ?? "")"
    return .init(name: environment ?? project, sha256: Digest.sha256(Array(place.utf8)))
  }

  private var predicate: JSONObject {
    var object: JSONObject = ["kind": .string(kind.rawValue), "project": .string(project)]
    object["environment"] = environment.map(JSONValue.string)
    object["manifest"] = release.map { .object($0.json) }
    object["operation"] = operation.map(JSONValue.string)
    object["sequence"] = .integer(sequence)
    object["previous"] = previous.map { .string($0.hex) }
    object["at"] = .string(at.description)
    object["actor"] = .string(actor)
    object["detail"] = .object(detail)
    return object
  }

  /// Reads an event from a statement.
  ///
  /// - Throws: `StatementError`; the statement's type must be that of the event's kind, and its subject the release.
  package init(_ statement: Statement) throws(StatementError) {
    let fields = StatementFields(statement.predicate)
    let kind = try fields.parsed("kind") { EventKind(rawValue: $0) }
    guard statement.predicateType.utf8.elementsEqual(Statement.type(of: kind.rawValue).utf8) else {
      throw .predicateType(statement.predicateType)
    }
    self.kind = kind
    project = try fields.parsed("project") { Identifier.isName($0) ? $0 : nil }
    environment = try fields.optionallyParsed("environment") { Identifier.isEnvironment($0) ? $0 : nil }
    release = try fields.optionalObject("manifest").map(ReleaseReference.init)
    operation = try fields.optionalLine("operation")
    sequence = try fields.count("sequence")
    previous = try fields.optionallyParsed("previous") { Digest(hex: $0) }
    at = try fields.timestamp("at")
    actor = try fields.line("actor")
    detail = try fields.optionalRawObject("detail") ?? [:]
    try requireWhatTheKindNeeds()
    guard statement.subjects == [subject] else { throw .field("subject", value: statement.subjects[0].name) }
  }

  private func requireWhatTheKindNeeds() throws(StatementError) {
    if kind.needsEnvironment != (environment != nil), !(kind == .gate || kind == .waiver) {
      throw .field("environment", value: environment ?? "")
    }
    if kind.needsRelease, release == nil { throw .field("manifest", value: "") }
    if kind.needsOperation != (operation != nil) { throw .field("operation", value: operation ?? "") }
  }
}

extension ReleaseReference {
  /// As it stands in events: `{version, digest, component?}`.
  package var json: JSONObject {
    var object: JSONObject = ["version": .string(version.description), "digest": .string(manifestDigest.hex)]
    object["component"] = component.map(JSONValue.string)
    return object
  }

  /// Reads a reference as it stands in events.
  ///
  /// - Throws: `StatementError.field`.
  package init(_ fields: StatementFields) throws(StatementError) {
    self.init(
      component: try fields.optionallyParsed("component") { Identifier.isName($0) ? $0 : nil },
      version: try fields.version("version"), manifestDigest: try fields.digest("digest"))
  }
}
