package import StrictJSON

/// What a CI tells a job of its run, in variables that it documents.
///
/// Only variables that are named here are read, and none of them holds a secret.
package struct CIEnvironment: Hashable, Sendable {
  /// The CI services that are known.
  package enum Service: String, Hashable, Sendable {
    case gitHub = "GitHub Actions"
    case gitLab = "GitLab CI"
  }

  /// The service.
  package let service: Service
  /// Who builds; nil when variables are missing that say so.
  package let builder: BuilderID?
  /// The variables that say who builds and are missing.
  package let missing: [String]
  /// Versions of the parts of the builder, by their names.
  package let builderVersions: JSONObject
  /// The address of the run.
  package let invocation: String?
  /// The address of the repository.
  package let repository: String?
  /// The commit that the run is of.
  package let commit: String?
  /// The git ref that the run was started on, in full.
  package let ref: String?
  /// When the job began.
  package let startedAt: Timestamp?
  /// What made it run, where the service says so.
  package let event: String?
  /// What else is said, for people: a table by the service's name.
  package let internalParameters: JSONObject

  init(
    service: Service, builder: BuilderID?, missing: [String], builderVersions: JSONObject = [:],
    invocation: String?, repository: String?, commit: String?, ref: String?, startedAt: Timestamp? = nil,
    event: String? = nil, internalParameters: JSONObject
  ) {
    self.service = service
    self.builder = builder
    self.missing = missing
    self.builderVersions = builderVersions
    self.invocation = invocation
    self.repository = repository
    self.commit = commit
    self.ref = ref
    self.startedAt = startedAt
    self.event = event
    self.internalParameters = internalParameters
  }

  /// Reads the variables of a job; nil where no CI that is known runs it.
  ///
  /// - Throws: `ProvenanceProblem.variable` for one that holds what it cannot.
  package init?(variables: [String: String]) throws(ProvenanceProblem) {
    let variables = CIVariables(all: variables)
    if variables.isTrue("GITHUB_ACTIONS"), variables.isTrue("GITLAB_CI") { throw .twoServices }
    if variables.isTrue("GITHUB_ACTIONS") {
      self = try Self.gitHub(variables)
    } else if variables.isTrue("GITLAB_CI") {
      self = try Self.gitLab(variables)
    } else {
      return nil
    }
  }
}

/// The variables of a job, read by name and never as a whole.
struct CIVariables {
  let all: [String: String]

  private static let longest = 2048

  func isTrue(_ name: String) -> Bool { all[name]?.utf8.elementsEqual("true".utf8) == true }

  /// A text of one line; empty is absent.
  func line(_ name: String) throws(ProvenanceProblem) -> String? {
    guard let text = all[name], !text.isEmpty else { return nil }
    guard Identifier.isLine(text), text.utf8.count <= Self.longest else { throw .variable(name) }
    return text
  }

  /// The name of a commit.
  func commit(_ name: String) throws(ProvenanceProblem) -> String? {
    guard let text = try line(name) else { return nil }
    guard Identifier.isObjectName(text) else { throw .variable(name) }
    return text
  }

  /// A number, as it is written.
  func number(_ name: String) throws(ProvenanceProblem) -> String? {
    guard let text = try line(name) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .variable(name) }
    return text
  }

  /// An address, which is no place for names and passwords, without a slash at its end.
  func address(_ name: String) throws(ProvenanceProblem) -> String? {
    guard var text = try line(name) else { return nil }
    guard BuilderID(text) != nil, text.utf8.starts(with: "http".utf8),
      !text.utf8.contains(where: "?#".utf8.contains)
    else { throw .variable(name) }
    while text.utf8.last == UInt8(ascii: "/") { text.removeLast() }
    return text
  }

  /// A moment.
  func time(_ name: String) throws(ProvenanceProblem) -> Timestamp? {
    guard let text = try line(name) else { return nil }
    do { return try Timestamp(parsing: text) } catch { throw .variable(name) }
  }

  /// The variables of a list that are missing.
  func missing(_ names: [String]) -> [String] { names.filter { all[$0, default: ""].isEmpty } }

  /// A table of what variables hold, each under a name of its own; those that are missing are left out.
  func table(_ names: [(key: String, variable: String)]) throws(ProvenanceProblem) -> JSONObject {
    var table: JSONObject = [:]
    for (key, variable) in names { table[key] = try line(variable).map(JSONValue.string) }
    return table
  }
}
