internal import StrictJSON

extension CIEnvironment {
  /// Reads the variables of GitLab CI.
  ///
  /// The builder is the pipeline's definition with its ref where GitLab tells it, or else the runner, as in the
  /// provenance that GitLab's runner makes.
  ///
  /// Source: docs.gitlab.com, CI/CD, predefined variables reference.
  static func gitLab(_ variables: CIVariables) throws(ProvenanceProblem) -> CIEnvironment {
    let project = try variables.address("CI_PROJECT_URL")
    let details = try variables.table([
      ("pipeline_id", "CI_PIPELINE_ID"), ("pipeline_source", "CI_PIPELINE_SOURCE"),
      ("project_id", "CI_PROJECT_ID"), ("runner_id", "CI_RUNNER_ID"),
      ("config_ref_uri", "CI_CONFIG_REF_URI"),
    ])
    return CIEnvironment(
      service: .gitLab, builder: try gitLabBuilder(of: project, variables),
      missing: variables.missing(["CI_PROJECT_URL", "CI_RUNNER_ID"]),
      builderVersions: try variables.table([
        ("gitlab", "CI_SERVER_VERSION"), ("gitlab-runner", "CI_RUNNER_VERSION"),
      ]), invocation: try variables.address("CI_JOB_URL"), repository: project,
      commit: try variables.commit("CI_COMMIT_SHA"), ref: try gitLabRef(variables),
      startedAt: try variables.time("CI_JOB_STARTED_AT"), event: try variables.line("CI_PIPELINE_SOURCE"),
      internalParameters: details.isEmpty ? [:] : ["gitlab": .object(details)])
  }

  private static func gitLabBuilder(
    of project: String?, _ variables: CIVariables
  ) throws(ProvenanceProblem) -> BuilderID? {
    guard let project else { return nil }
    if let definition = try variables.line("CI_CONFIG_REF_URI") {
      guard !definition.utf8.contains(where: "?#".utf8.contains),
        let builder = BuilderID("\(scheme(of: project))://\(definition)")
      else {
        throw .variable("CI_CONFIG_REF_URI")
      }
      return builder
    }
    guard let runner = try variables.number("CI_RUNNER_ID") else { return nil }
    return BuilderID("\(project)/-/runners/\(runner)")
  }

  private static func scheme(of address: String) -> String {
    String(decoding: address.utf8.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
  }

  /// The tag or branch of the pipeline; nil in one of a merge request, which has neither.
  private static func gitLabRef(_ variables: CIVariables) throws(ProvenanceProblem) -> String? {
    if let tag = try variables.line("CI_COMMIT_TAG") { return "refs/tags/\(tag)" }
    return try variables.line("CI_COMMIT_BRANCH").map { "refs/heads/\($0)" }
  }
}
