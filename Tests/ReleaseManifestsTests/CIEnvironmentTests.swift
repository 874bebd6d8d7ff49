import ReleaseManifests
import StrictJSON
import Testing

@Suite("The environment of a CI job") struct CIEnvironmentTests {
  @Test func `where no CI is known there is none`() throws {
    #expect(try CIEnvironment(variables: [:]) == nil)
    #expect(try CIEnvironment(variables: ["CI": "true", "GITHUB_ACTIONS": "false", "GITLAB_CI": ""]) == nil)
  }

  @Test func `GitHub's variables are read`() throws {
    let job = try #require(try CIEnvironment(variables: JobVariables.gitHub))
    #expect(job.service == .gitHub && job.missing == [])
    #expect(job.builder?.text == "https://example.com/shop/release.yml@refs/tags/v1.5.0")
    #expect(job.invocation == "https://example.com/shop/actions/runs/99/attempts/2")
    #expect(job.repository == "https://example.com/shop")
    #expect(job.commit == hex("a", 40) && job.ref == "refs/tags/v1.5.0" && job.startedAt == nil)
  }

  @Test func `GitLab's variables are read`() throws {
    let job = try #require(try CIEnvironment(variables: JobVariables.gitLab))
    #expect(job.service == .gitLab && job.missing == [])
    #expect(job.builder?.text == "https://example.com/shop/-/runners/7")
    #expect(job.builderVersions == ["gitlab": "18.2.0", "gitlab-runner": "18.1.0"])
    #expect(job.invocation == "https://example.com/shop/-/jobs/12")
    #expect(job.commit == hex("a", 40) && job.ref == "refs/tags/v1.5.0")
    #expect(job.startedAt == Workshop.now)
  }

  @Test func `GitLab's builder is the pipeline's definition where it is told`() throws {
    var variables = JobVariables.gitLab
    variables["CI_CONFIG_REF_URI"] = "example.com/shop//.gitlab-ci.yml@refs/heads/main"
    let builder = try CIEnvironment(variables: variables)?.builder
    #expect(builder?.text == "https://example.com/shop//.gitlab-ci.yml@refs/heads/main")
  }

  @Test func `a pipeline of a merge request has no ref`() throws {
    var variables = JobVariables.gitLab
    variables["CI_COMMIT_TAG"] = nil
    variables["CI_MERGE_REQUEST_REF_PATH"] = "refs/merge-requests/1/head"
    #expect(try CIEnvironment(variables: variables)?.ref == nil)
    variables["CI_COMMIT_BRANCH"] = "main"
    #expect(try CIEnvironment(variables: variables)?.ref == "refs/heads/main")
  }

  @Test(arguments: [JobVariables.gitHub, JobVariables.gitLab])
  func `nothing else of the environment leaves a trace`(variables: [String: String]) throws {
    let secrets = [
      "GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "CI_JOB_TOKEN", "CI_REGISTRY_PASSWORD", "CI_REPOSITORY_URL",
      "RELEASE_SIGNING_KEY", "RELEASE_PASSPHRASE", "AWS_SECRET_ACCESS_KEY", "GITHUB_ACTOR", "HOME", "PATH",
    ]
    let more = Dictionary(uniqueKeysWithValues: secrets.map { ($0, "https://x:topsecret@example.com") })
    let job = try CIEnvironment(variables: variables)
    #expect(try CIEnvironment(variables: variables.merging(more) { mine, _ in mine }) == job)
  }

  @Test(arguments: [
    ("GITHUB_SHA", "main"), ("GITHUB_SHA", String(repeating: "A", count: 40)),
    ("GITHUB_REF", "refs/tags/a\nb"),
    ("GITHUB_SERVER_URL", "example.com"), ("GITHUB_SERVER_URL", "https://a:b@example.com"),
    ("GITHUB_RUN_ID", "1/../2"), ("GITHUB_REPOSITORY", "a b"), ("GITHUB_WORKFLOW_REF", "a\u{301}"),
    ("GITHUB_EVENT_NAME", String(repeating: "x", count: 2049)), ("GITHUB_REPOSITORY", "../x"),
    ("GITHUB_REPOSITORY", "acme/shop?token=t"), ("GITHUB_SERVER_URL", "javascript:x"),
  ]) func `a variable that holds what it cannot is refused by its name`(name: String, text: String) {
    var variables = JobVariables.gitHub
    variables[name] = text
    #expect(throws: ProvenanceProblem.variable(name)) { try CIEnvironment(variables: variables) }
  }

  @Test(arguments: [
    ("CI_PROJECT_URL", "https://oauth2:token@example.com/shop"), ("CI_JOB_STARTED_AT", "yesterday"),
    ("CI_JOB_URL", "https://example.com/jobs/1?private_token=t"),
    ("CI_COMMIT_SHA", ""), ("CI_RUNNER_ID", "seven"), ("CI_CONFIG_REF_URI", "a b"),
  ]) func `so is one of GitLab, and an empty one is absent`(name: String, text: String) throws {
    var variables = JobVariables.gitLab
    variables[name] = text
    if text.isEmpty {
      #expect(try CIEnvironment(variables: variables)?.commit == nil)
    } else {
      #expect(throws: ProvenanceProblem.variable(name)) { try CIEnvironment(variables: variables) }
    }
  }
}

@Suite("The names of builders") struct BuilderIDTests {
  @Test(arguments: [
    "https://ci.example/a", "urn:release-toolkit:build:v1#local", "a:b", "https://x.example/-/runners/7",
    "https://h/a@b", "HTTPS://X/Y",
  ]) func `a URI is one`(text: String) { #expect(BuilderID(text)?.text == text) }

  @Test(arguments: [
    "", ":", "a:", ":a", "ci.example/a", "1a:b", "https://", "https:///x", "https://ada@ci.example/",
    "https://ada:secret@ci.example/x", "a b:c", "a:b c", "a:\u{7F}", "https://é.example/", "a:<b>", "a:b\n",
    "@:b", "a:" + String(repeating: "x", count: 2048),
  ]) func `anything else is none`(text: String) { #expect(BuilderID(text) == nil) }

  @Test(arguments: [
    ("https://x/release.yml", "https://x/release.yml", true),
    ("https://x/release.yml", "https://x/release.yml@refs/tags/v1", true),
    ("https://x/release.yml", "https://x/release.yml@evil", false),
    ("https://x/release.yml", "https://x/release.ymlx@refs/tags/v1", false),
    ("https://x/release.yml@refs/tags/v1", "https://x/release.yml@refs/tags/v1", true),
    ("https://x/release.yml@refs/tags/v1", "https://x/release.yml@refs/tags/v2", false),
    ("https://x/release.yml@refs/tags/v1", "https://x/release.yml", false),
    ("https://x/release.yml@refs/heads/main", "https://x/release.yml@refs/heads/main@refs/x", false),
    ("https://x/", "https://x/release.yml", false), ("https://X/a", "https://x/a", false),
  ]) func `a workflow is accepted on any ref unless one is named`(
    accepted: String, found: String, isAccepted: Bool
  ) throws {
    let (accepted, found) = (try #require(BuilderID(accepted)), try #require(BuilderID(found)))
    #expect(accepted.accepts(found) == isAccepted)
  }
}
