import ReleaseManifests
import ReleaseSigning
import Testing

@Suite("Expectations of a release") struct ExpectationTests {
  private let verified: VerifiedManifest

  init() throws {
    let shop = try Workshop()
    verified = try #require(shop.verdict(on: shop.envelope().bytes).verified)
  }

  @Test(arguments: [hex("a", 40), hex("a", 7), hex("a", 39)]) func `a commit may be abbreviated`(
    commit: String
  ) {
    #expect(Expectations(commit: commit).commitRefusals(of: verified) == [])
  }

  @Test(arguments: ["", hex("a", 6), hex("a", 41), hex("b", 40), hex("A", 40), "aaaaaab"])
  func `another commit is refused`(commit: String) {
    let refusal = Refusal.commitMismatch(expected: commit, found: hex("a", 40))
    #expect(Expectations(commit: commit).commitRefusals(of: verified) == [refusal])
  }

  @Test func `an image must run under its own digest`() {
    let (api, web, other) = (Digest.sha256([1]), Digest.sha256("web".utf8), Digest.sha256([9]))
    #expect(Expectations(images: ["api": api, "web": web]).imageRefusals(of: verified) == [])
    #expect(
      Expectations(images: ["web": api, "api": other, "db": other]).imageRefusals(of: verified) == [
        .imageMismatch(name: "api", expected: api, found: other),
        .imageMismatch(name: "db", expected: nil, found: other),
        .imageMismatch(name: "web", expected: web, found: api),
      ])
  }

  @Test func `nothing expected is nothing refused`() {
    #expect(Expectations().commitRefusals(of: verified) + Expectations().imageRefusals(of: verified) == [])
  }
}
