package import StrictJSON

/// Why no provenance can be drawn up.
package enum ProvenanceProblem: Error, Hashable {
  /// Nothing says who builds: the CI that was found, and which of its variables are missing.
  case noBuilder(CIEnvironment.Service?, missing: [String])
  /// A variable of the CI holds what it cannot.
  case variable(String)
  /// The run is one of another commit.
  case otherCommit(manifest: String, run: String)
  /// The run is one of another tag, or of neither tag nor branch.
  case otherRef(manifest: String, run: String)
  /// The run is one of another repository.
  case otherRepository(manifest: String, run: String)
  /// Two CI services say that it is theirs.
  case twoServices
  /// The run is one of somebody's proposal, not of what the project has accepted: the kind of event.
  case proposal(String)
  /// The run ended before it began.
  case endsBeforeItBegins(started: Timestamp, finished: Timestamp)
}

/// The run that built a release: what the CI says of it, and what was said on the command line.
package struct BuildRun: Hashable, Sendable {
  /// Who builds.
  package let builder: BuilderID
  /// Versions of the parts of the builder, by their names.
  package let builderVersions: JSONObject
  /// The run's own name.
  package let invocation: String?
  /// When it began.
  package let startedAt: Timestamp?
  /// When it ended.
  package let finishedAt: Timestamp?
  /// What it left behind besides the release and its manifest.
  package let byproducts: [ResourceDescriptor]
  private let environment: CIEnvironment?

  /// Joins what the CI says and what was said besides, which has the last word about builder, invocation and times; it
  /// has none about what was built.
  ///
  /// - Throws: `ProvenanceProblem.noBuilder`, `.endsBeforeItBegins`.
  package init(
    in environment: CIEnvironment?, builder: BuilderID? = nil, invocation: String? = nil,
    startedAt: Timestamp? = nil, finishedAt: Timestamp? = nil, byproducts: [ResourceDescriptor] = []
  ) throws(ProvenanceProblem) {
    guard let who = builder ?? environment?.builder else {
      throw .noBuilder(environment?.service, missing: environment?.missing ?? [])
    }
    // What is signed is published: no password before an `@`, and no token in a query.
    if let said = invocation, said.utf8.contains(where: "@?".utf8.contains) {
      throw .variable("--invocation")
    }
    self.environment = environment
    self.builder = who
    builderVersions = environment?.builderVersions ?? [:]
    self.invocation = invocation ?? environment?.invocation
    self.startedAt = startedAt ?? environment?.startedAt
    self.finishedAt = finishedAt
    self.byproducts = byproducts
    if let started = self.startedAt, let finished = finishedAt, finished < started {
      throw .endsBeforeItBegins(started: started, finished: finished)
    }
  }

  /// The git ref that the run was started on; nil where no CI says so.
  var ref: String? { environment?.ref }

  /// What the CI says of the run besides.
  var internalParameters: JSONObject { environment?.internalParameters ?? [:] }

  /// Refuses a run of other sources than those of the manifest; where there is no CI nobody contradicts.
  ///
  /// - Throws: `ProvenanceProblem`.
  func requireAgreement(with source: Manifest.Source) throws(ProvenanceProblem) {
    guard let environment else { return }
    if let event = environment.event,
      ["pull_request", "merge_request"].contains(where: { event.utf8.starts(with: $0.utf8) })
    {
      throw .proposal(event)
    }
    let ref = environment.ref ?? ""
    guard Self.isBuilt(on: ref, tagRef: source.tagRef) else {
      throw .otherRef(manifest: source.tagRef, run: ref)
    }
    guard (environment.commit ?? "").utf8.elementsEqual(source.commit.utf8) else {
      throw .otherCommit(manifest: source.commit, run: environment.commit ?? "")
    }
    if let found = environment.repository, let uri = source.uri, !Self.isSame(found, uri) {
      throw .otherRepository(manifest: uri, run: found)
    }
  }

  /// Whether a release of a tag may have been built on a ref: the tag itself, or a branch that stands on its commit.
  static func isBuilt(on ref: String, tagRef: String) -> Bool {
    ref.utf8.elementsEqual(tagRef.utf8) || (ref.utf8.starts(with: "refs/heads/".utf8) && ref.utf8.count > 11)
  }

  /// Whether two addresses are of one repository, as forges see it: scheme, letter case and `.git` apart.
  private static func isSame(_ left: String, _ right: String) -> Bool { place(left) == place(right) }

  private static func place(_ address: String) -> [UInt8] {
    let bytes = address.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let mark = Array("://".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + mark.count } ?? 0
    var place = Array(bytes[start...])
    while place.last == UInt8(ascii: "/") { place.removeLast() }
    return place.suffix(4).elementsEqual(".git".utf8) ? place.dropLast(4) : place
  }
}
