internal import StrictJSON

extension CIEnvironment {
  /// Reads the variables of GitHub Actions.
  ///
  /// The builder is the workflow with its ref, as in the attestations that GitHub itself makes.
  ///
  /// Source: docs.github.com, Actions, variables reference.
  static func gitHub(_ variables: CIVariables) throws(ProvenanceProblem) -> CIEnvironment {
    let server = try variables.address("GITHUB_SERVER_URL")
    let repository = try joined(server, "GITHUB_REPOSITORY", variables)
    let details = try variables.table([
      ("event_name", "GITHUB_EVENT_NAME"), ("repository_id", "GITHUB_REPOSITORY_ID"),
      ("workflow_ref", "GITHUB_WORKFLOW_REF"), ("workflow_sha", "GITHUB_WORKFLOW_SHA"),
      ("runner_environment", "RUNNER_ENVIRONMENT"),
    ])
    return CIEnvironment(
      service: .gitHub, builder: try gitHubBuilder(on: server, variables),
      missing: variables.missing(["GITHUB_SERVER_URL", "GITHUB_WORKFLOW_REF"]),
      invocation: try gitHubRun(of: repository, variables), repository: repository,
      commit: try variables.commit("GITHUB_SHA"), ref: try variables.line("GITHUB_REF"),
      event: try variables.line("GITHUB_EVENT_NAME"),
      internalParameters: details.isEmpty ? [:] : ["github": .object(details)])
  }

  private static func gitHubBuilder(
    on server: String?, _ variables: CIVariables
  ) throws(ProvenanceProblem) -> BuilderID? {
    try joined(server, "GITHUB_WORKFLOW_REF", variables).flatMap(BuilderID.init)
  }

  private static func gitHubRun(
    of repository: String?, _ variables: CIVariables
  ) throws(ProvenanceProblem) -> String? {
    let attempt = try variables.number("GITHUB_RUN_ATTEMPT").map { "/attempts/\($0)" } ?? ""
    guard let repository, let run = try variables.number("GITHUB_RUN_ID") else { return nil }
    return "\(repository)/actions/runs/\(run)\(attempt)"
  }

  /// The address of what a variable names on the server.
  private static func joined(
    _ server: String?, _ name: String, _ variables: CIVariables
  ) throws(ProvenanceProblem) -> String? {
    guard let server, let path = try variables.line(name) else { return nil }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    let isPath = parts.allSatisfy {
      !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8)
    }
    guard isPath, !path.utf8.contains(where: "?#".utf8.contains), BuilderID("\(server)/\(path)") != nil else {
      throw .variable(name)
    }
    return "\(server)/\(path)"
  }
}
