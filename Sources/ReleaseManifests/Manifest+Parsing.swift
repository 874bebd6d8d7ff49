internal import ReleaseSigning
internal import SemanticVersions

extension Manifest {
  /// Reads a manifest from a statement.
  ///
  /// - Throws: `StatementError.predicateType` for another kind of statement, other cases for what does not hold.
  package init(_ statement: Statement) throws(StatementError) {
    guard Array(statement.predicateType.utf8) == Array(Self.predicateType.utf8) else {
      throw .predicateType(statement.predicateType)
    }
    let fields = StatementFields(statement.predicate)
    let bump = try fields.object("bump")
    let tool = try fields.object("tool")
    self.init(
      project: try fields.parsed("project") { Identifier.isName($0) ? $0 : nil },
      component: try fields.optionallyParsed("component") { Identifier.isName($0) ? $0 : nil },
      version: try fields.version("version"), tag: try fields.line("tag"),
      channel: try fields.line("channel"),
      purl: try fields.optionalLine("purl"), source: try Source(fields.object("source")),
      previous: try fields.optionalObject("previous").map(Previous.init),
      bump: BumpRecord(
        level: try bump.parsed("level") { Bump(rawValue: $0) }, commits: Int(try bump.count("commits"))),
      changelog: try ChangelogRecord(fields.object("changelog")),
      images: try fields.list("images", Image.init), artifacts: try fields.list("artifacts", Artifact.init),
      sboms: try fields.list("sboms", SBOM.init), createdAt: try fields.timestamp("created_at"),
      tool: Tool(name: try tool.line("name"), version: try tool.line("version")))
    guard source.tagRef.utf8.elementsEqual("refs/tags/\(tag)".utf8) else {
      throw .field("source.tag_ref", value: source.tagRef)
    }
    try refuseTwinImages()
    try refuseTwinFiles()
    try requireSubjects(of: statement)
  }

  private func refuseTwinImages() throws(StatementError) {
    var names: Set<String> = []
    for image in images {
      guard names.insert(image.name).inserted else { throw .field("images.name", value: image.name) }
    }
  }

  /// A bill of materials may be an artifact, too, but not another file of that path.
  private func refuseTwinFiles() throws(StatementError) {
    var digests: [ArtifactPath: Digest] = [:]
    for artifact in artifacts { digests[artifact.path] = artifact.sha256 }
    for sbom in sboms {
      guard digests.updateValue(sbom.sha256, forKey: sbom.path) ?? sbom.sha256 == sbom.sha256 else {
        throw .field("sboms.path", value: sbom.path.text)
      }
    }
  }

  /// What the predicate lists must be what the statement is about, or a verifier that reads only one of the two
  /// could be led astray.
  private func requireSubjects(of statement: Statement) throws(StatementError) {
    guard statement.subjects == subjects else { throw .field("subject", value: "differs from the predicate") }
  }
}

extension Manifest.Source {
  fileprivate init(_ fields: StatementFields) throws(StatementError) {
    self.init(
      uri: try fields.optionalLine("uri"),
      commit: try fields.parsed("commit") { Identifier.isObjectName($0) ? $0 : nil },
      tree: try fields.parsed("tree") { Identifier.isObjectName($0) ? $0 : nil },
      tagRef: try fields.line("tag_ref"))
  }
}

extension Manifest.Previous {
  fileprivate init(_ fields: StatementFields) throws(StatementError) {
    let digest = try fields.optionalLine("manifest_digest") == nil ? nil : fields.digest("manifest_digest")
    self.init(version: try fields.version("version"), manifestDigest: digest)
  }
}

extension Manifest.ChangelogRecord {
  fileprivate init(_ fields: StatementFields) throws(StatementError) {
    self.init(markdown: try fields.optionalText("markdown") ?? "")
    let stated = try fields.digest("sha256")
    guard stated == sha256 else { throw .field("changelog.sha256", value: stated.hex) }
  }
}

extension Manifest.Image {
  fileprivate init(_ fields: StatementFields) throws(StatementError) {
    self.init(
      name: try fields.parsed("name") { Identifier.isName($0) ? $0 : nil },
      reference: try fields.line("reference"), digest: try fields.prefixedDigest("digest"),
      mediaType: try fields.optionalLine("media_type"),
      size: try fields.optionalCount("size"),
      platforms: try fields.list("platforms") { (fields) throws(StatementError) in
        Platform(
          os: try fields.line("os"), architecture: try fields.line("architecture"),
          variant: try fields.optionalLine("variant"), digest: try fields.prefixedDigest("digest"))
      })
    // A text that is no pinned image is refused with the text itself; which part is wrong adds nothing.
    let pinned = try? ImageReference(parsing: reference)
    guard let pinned, pinned.digest == digest, pinned.text.utf8.elementsEqual(reference.utf8) else {
      throw .field("reference", value: reference)
    }
  }
}

extension Manifest.Artifact {
  fileprivate init(_ fields: StatementFields) throws(StatementError) {
    self.init(
      path: try fields.path("path"), size: try fields.count("size"), sha256: try fields.digest("sha256"),
      mediaType: try fields.optionalLine("media_type"), isExecutable: try fields.flag("executable"))
  }
}

extension Manifest.SBOM {
  fileprivate init(_ fields: StatementFields) throws(StatementError) {
    self.init(
      path: try fields.path("path"), sha256: try fields.digest("sha256"), format: try fields.line("format"))
  }
}
