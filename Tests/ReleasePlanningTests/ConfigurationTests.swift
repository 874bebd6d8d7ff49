import ConventionalCommits
import ReleasePlanning
import Rollouts
import SemanticVersions
import StrictJSON
import Testing
import VersionFiles

@Suite("Configuration")
struct ConfigurationTests {
  @Test func `an empty table gives the defaults`() throws {
    #expect(try configuration("{}") == Configuration())
    #expect(Configuration().version.tag.text == "v{version}")
    #expect(Configuration().ledger == ".release/ledger")
  }

  @Test func `the whole example is read`() throws {
    let example = try configuration(designExample)
    #expect(example.project == "acme/shop")
    #expect(
      example.channels == ["main": .stable, "next": .prerelease(identifier: "next"), "1.x": .maintenance])
    #expect(example.images == ["api": ImagePolicy(repository: "registry.example/acme/api")])
    #expect(example.artifacts == ["dist/*.tar.gz"])
    #expect(example.trust == "trust/root.json")
    #expect(example.ledger == "git:origin#release-ledger")
    #expect(example.environments.map(\.name) == ["dev", "staging", "production"])
    #expect(example.environments.map(\.after) == [nil, "dev", "staging"])
  }

  @Test func `the example's version policy is read`() throws {
    let policy = try configuration(designExample).version
    #expect(policy.rules.preset == .conventionalcommits)
    #expect(
      policy.rules.rules == [
        .init(type: "build", bump: .patch), .init(type: "docs", scope: "readme.md", bump: .patch),
      ])
    #expect(policy.rules.preMajor == .init(breaking: .minor, feature: .minor))
    #expect(policy.tag.text == "v{version}")
    #expect(policy.initial == "0.1.0")
    #expect(policy.squash == .split)
    #expect(!policy.isStrict)
    #expect(policy.ignore.authors == ["renovate[bot]"])
  }

  @Test func `the example's component is read`() throws {
    let api = try #require(try configuration(designExample).component("api"))
    #expect(api.path == "services/api")
    #expect(api.tag.text == "api-v{version}")
    #expect(api.depends == ["lib"])
    #expect(api.versionFiles.map(\.path) == ["services/api/package.json"])
    #expect(api.versionFiles.map(\.format) == [.npmManifest])
  }

  @Test func `the example's directory is read`() throws {
    let dev = try #require(try configuration(designExample).environment("dev"))
    guard case .directory(let directory) = dev.target else { throw TargetExpected() }
    #expect(directory.path == "/srv/shop")
    #expect(directory.keep == 3)
    #expect(directory.restart == ["systemctl", "restart", "shop"])
    #expect(directory.root == nil)
    #expect(dev.strategy == .allAtOnce)
    #expect(dev.checks.map(\.name) == ["smoke"])
    #expect(dev.checks.map(\.probe) == [.command(["/srv/shop/current/bin/smoke"], timeout: .seconds(10))])
  }

  struct TargetExpected: Error {}

  @Test func `the example's gates and page are read`() throws {
    let staging = try #require(try configuration(designExample).environment("staging"))
    #expect(staging.target == .other(kind: "compose", settings: ["file": "compose.yaml", "kind": "compose"]))
    #expect(staging.gates == ["coverage": 80, "vulnerabilities": ["critical": 0, "high": 2]])
    guard case .http(let page) = staging.checks.first?.probe else { throw TargetExpected() }
    #expect(page.address == "http://127.0.0.1:8080/health")
    #expect(page.status == 200)
    #expect(page.json == ["status": "healthy"])
  }

  @Test func `the example's production is read`() throws {
    let production = try #require(try configuration(designExample).environment("production"))
    #expect(production.soak == .minutes(30))
    #expect(production.approvals == 2)
    #expect(production.strategy == .canary(weights: [10, 25, 50], interval: .minutes(2)))
    #expect(production.target.kind == "kubernetes")
    #expect(production.checks.map(\.name) == ["error rate", "p95 seconds"])
    #expect(
      production.checks[0].probe
        == .prometheus(address: "http://prom:9090", query: "…", max: 0.01, min: nil))
  }

  @Test func `checks are measured as their policy says`() throws {
    let policy = try check(
      "command: ['x'], interval: '2s', count: 5, failure_limit: 1, consecutive_error_limit: 2, no_data: 'wait'"
    ).policy
    #expect(
      policy
        == CheckPolicy(
          interval: .seconds(2), count: 5, failureLimit: 1, consecutiveErrorLimit: 2, noData: .wait))
  }

  @Test func `a component without a tag pattern gets one of its name`() throws {
    let lib = try #require(try configuration("{ components: { lib: { path: 'lib' } } }").component("lib"))
    #expect(lib.tag.tag(for: "1.2.3") == "lib-v1.2.3")
  }

  @Test func `components come in the order of their names`() throws {
    let components = try configuration("{ components: { b: { path: 'b' }, a: { path: 'a' } } }").components
    #expect(components.map(\.name) == ["a", "b"])
  }

  @Test(arguments: [("all_at_once", Strategy.allAtOnce), ("blue_green", .blueGreen)])
  func `a strategy can be named`(name: String, strategy: Strategy) throws {
    #expect(try environment("strategy: '\(name)'").strategy == strategy)
  }
}
