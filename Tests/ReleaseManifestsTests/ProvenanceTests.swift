import ReleaseManifests
import ReleaseSigning
import StrictJSON
import Testing

@Suite("Provenance") struct ProvenanceTests {
  private let shop: Workshop

  init() throws { shop = try Workshop() }

  @Test func `the predicate is this text and no other`() throws {
    let (a, digest) = (hex("a", 40), Digest.sha256(shop.manifest.statement.bytes).hex)
    let payload = text(try shop.provenance().statement.bytes)
    let start = try #require(payload.firstRange(of: #""predicateType""#)).lowerBound
    #expect(
      payload[start...] == """
        "predicateType":"https://slsa.dev/provenance/v1","predicate":{"buildDefinition":{"buildType":\
        "urn:release-toolkit:build:v1","externalParameters":{"repository":"git+https://example.com/shop",\
        "ref":"refs/tags/v1.5.0","tag":"v1.5.0","version":"1.5.0","channel":"stable","component":"api"},\
        "internalParameters":{"github":{"event_name":"push","repository_id":"4711","workflow_ref":\
        "shop/release.yml@refs/tags/v1.5.0","workflow_sha":"\(a)","runner_environment":"github-hosted"}},\
        "resolvedDependencies":[{"uri":"git+https://example.com/shop@refs/tags/v1.5.0","digest":{"gitCommit":"\(a)"}}]},\
        "runDetails":{"builder":{"id":"https://example.com/shop/release.yml@refs/tags/v1.5.0"},"metadata":\
        {"invocationId":"https://example.com/shop/actions/runs/99/attempts/2","startedOn":"2026-03-01T12:00:00Z"},\
        "byproducts":[{"name":"manifest","digest":{"sha256":"\(digest)"},"mediaType":"application/vnd.in-toto+json"}]}}}
        """)
  }

  @Test func `the subjects are the manifest's, byte for byte`() throws {
    func subjects(_ bytes: [UInt8]) throws -> Substring {
      let (text, end) = (text(bytes), ",\"predicateType\"")
      return text[..<(try #require(text.firstRange(of: end))).lowerBound]
    }
    #expect(
      try subjects(shop.provenance().statement.bytes) == subjects(shop.manifest.statement.bytes))
  }

  @Test func `provenance comes back as it was written`() throws {
    let provenance = try shop.provenance()
    #expect(try Provenance(Statement(parsing: provenance.statement.bytes)) == provenance)
    var bare = provenance
    (bare.internalParameters, bare.invocation, bare.startedOn, bare.byproducts) = ([:], nil, nil, [])
    #expect(try Provenance(Statement(parsing: bare.statement.bytes)) == bare)
    #expect(!text(bare.statement.bytes).contains("null"))
  }

  @Test func `sources without an address go by the name of their tag`() throws {
    var manifest = shop.manifest
    manifest.source.uri = nil
    let local = try Provenance(of: manifest, digest: .sha256([]), builtIn: BuildRun(in: nil, builder: .local))
    #expect(local.externalParameters["repository"] == nil)
    #expect(local.resolvedDependencies.map(\.name) == ["refs/tags/v1.5.0"])
    #expect(local.resolvedDependencies.map(\.gitCommit) == [hex("a", 40)])
  }

  @Test func `without a CI and a name nobody builds`() {
    #expect(throws: ProvenanceProblem.noBuilder(nil, missing: [])) { try BuildRun(in: nil) }
    #expect(throws: ProvenanceProblem.noBuilder(.gitLab, missing: ["CI_PROJECT_URL", "CI_RUNNER_ID"])) {
      try BuildRun(in: CIEnvironment(variables: ["GITLAB_CI": "true"]))
    }
  }

  @Test func `what is said on the command line counts, but not about what was built`() throws {
    let environment = try CIEnvironment(variables: JobVariables.gitHub)
    let run = try BuildRun(in: environment, builder: .local, invocation: "mine")
    #expect(run.builder == .local && run.invocation == "mine")
    var other = JobVariables.gitHub
    other["GITHUB_SHA"] = hex("b", 40)
    let foreign = try BuildRun(in: CIEnvironment(variables: other), builder: .local)
    #expect(throws: ProvenanceProblem.otherCommit(manifest: hex("a", 40), run: hex("b", 40))) {
      try Provenance(of: shop.manifest, digest: .sha256([]), builtIn: foreign)
    }
  }

  @Test(arguments: [
    ("refs/tags/v1.5.0", true), ("refs/heads/main", true), ("refs/heads/", false),
    ("refs/tags/v1.5.1", false),
    ("refs/pull/7/merge", false), ("refs/tags/v1.5.0/x", false), ("", false), ("main", false),
  ]) func `a release is built on its tag or on a branch`(ref: String, isBuilt: Bool) throws {
    var variables = JobVariables.gitHub
    variables["GITHUB_REF"] = ref
    let run = try BuildRun(in: CIEnvironment(variables: variables))
    let made = Result { try Provenance(of: shop.manifest, digest: .sha256([]), builtIn: run) }
    #expect(((try? made.get()) != nil) == isBuilt)
  }

  @Test(arguments: [
    ("Shop", true), ("shop/", true), ("shop.git", true), ("mallory/shop", false), ("sho", false),
  ]) func `the repository is that of the manifest, however it is written`(name: String, isSame: Bool) throws {
    var variables = JobVariables.gitHub
    variables["GITHUB_REPOSITORY"] = name
    let run = try BuildRun(in: CIEnvironment(variables: variables))
    let made = Result { try Provenance(of: shop.manifest, digest: .sha256([]), builtIn: run) }
    #expect(((try? made.get()) != nil) == isSame)
  }

  @Test func `a run does not end before it begins`() throws {
    let earlier = Timestamp(secondsSinceEpoch: Workshop.now.secondsSinceEpoch - 1)
    #expect(throws: ProvenanceProblem.endsBeforeItBegins(started: Workshop.now, finished: earlier)) {
      try BuildRun(in: nil, builder: .local, startedAt: Workshop.now, finishedAt: earlier)
    }
  }
}
