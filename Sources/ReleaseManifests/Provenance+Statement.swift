internal import ReleaseSigning
internal import StrictJSON

extension Provenance {
  /// The statement that says all this; what is unknown is left out, never null.
  package var statement: Statement {
    Statement(
      subjects: subjects, predicateType: Self.predicateType,
      predicate: ["buildDefinition": .object(buildDefinition), "runDetails": .object(runDetails)])
  }

  private var buildDefinition: JSONObject {
    var object: JSONObject = [
      "buildType": .string(buildType), "externalParameters": .object(externalParameters),
    ]
    object["internalParameters"] = internalParameters.isEmpty ? nil : .object(internalParameters)
    object["resolvedDependencies"] = .array(resolvedDependencies.map(\.json))
    return object
  }

  private var runDetails: JSONObject {
    var who: JSONObject = ["id": .string(builder.text)]
    who["version"] = builderVersions.isEmpty ? nil : .object(builderVersions)
    var metadata: JSONObject = [:]
    metadata["invocationId"] = invocation.map(JSONValue.string)
    metadata["startedOn"] = startedOn.map { .string($0.description) }
    metadata["finishedOn"] = finishedOn.map { .string($0.description) }
    var object: JSONObject = ["builder": .object(who)]
    object["metadata"] = metadata.isEmpty ? nil : .object(metadata)
    object["byproducts"] = .array(byproducts.map(\.json))
    return object
  }

  /// Reads provenance from a statement; members that SLSA has and we do not use are passed over.
  ///
  /// - Throws: `StatementError.predicateType` for another kind of statement, other cases for what does not hold.
  package init(_ statement: Statement) throws(StatementError) {
    guard statement.predicateType.utf8.elementsEqual(Self.predicateType.utf8) else {
      throw .predicateType(statement.predicateType)
    }
    let predicate = StatementFields(statement.predicate)
    let definition = try predicate.object("buildDefinition")
    let run = try predicate.object("runDetails")
    subjects = statement.subjects
    buildType = try definition.line("buildType")
    guard let parameters = try definition.optionalRawObject("externalParameters") else {
      throw .field("buildDefinition.externalParameters", value: "")
    }
    externalParameters = parameters
    internalParameters = try definition.optionalRawObject("internalParameters") ?? [:]
    resolvedDependencies = try definition.list("resolvedDependencies", ResourceDescriptor.init)
    let builder = try run.object("builder")
    self.builder = try builder.parsed("id") { BuilderID($0) }
    builderVersions = try builder.optionalRawObject("version") ?? [:]
    let metadata = try run.optionalObject("metadata")
    invocation = try metadata?.optionalLine("invocationId")
    // The field and its text say what is wrong with a time.
    startedOn = try metadata?.optionallyParsed("startedOn") { try? Timestamp(parsing: $0) }
    finishedOn = try metadata?.optionallyParsed("finishedOn") { try? Timestamp(parsing: $0) }
    byproducts = try run.list("byproducts", ResourceDescriptor.init)
  }
}

extension Statement {
  /// Whether this is provenance of the kind that is written here, which may be signed; any other may mean anything.
  package var isOurProvenance: Bool {
    // Why it is none adds nothing: it is refused as no manifest.
    guard let provenance = try? Provenance(self) else { return false }
    return provenance.buildType.utf8.elementsEqual(Provenance.buildType.utf8)
  }
}
