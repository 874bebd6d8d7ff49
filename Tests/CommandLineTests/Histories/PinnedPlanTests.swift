import Foundation
import Testing

@Suite("Plans that are written down")
struct PinnedPlanTests {
  let shop: Shop

  /// A shop with a remote, a feature and a plan for it.
  init() async throws {
    shop = try await Shop.new()
    try shop.addRemote()
    try shop.addFeature()
    let planned = await shop.release("plan --output ../plan.json")
    guard planned.exit == 0, planned.output == "1.5.0\n" else { throw Shop.Failure(ended: planned) }
  }

  private func refusal(_ words: String = "cut --plan ../plan.json --tag-only --json") async -> String {
    let ended = await shop.release(words)
    return ended.exit == 1 ? ended.output : ended.everything
  }

  @Test func `a plan that holds is cut, and cut again it is found`() async throws {
    let first = await shop.release("cut --plan ../plan.json --tag-only --json")
    #expect(first.exit == 0 && first.output.contains("\"version\": \"1.5.0\""), "\(first.everything)")
    let second = await shop.release("cut --plan ../plan.json --tag-only --json")
    #expect(second.exit == 0 && second.output.contains("\"actions\": []"), "\(second.everything)")
  }

  @Test func `a head that moved is refused`() async throws {
    try shop.addFeature()
    #expect(await refusal().contains("head_moved"))
  }

  @Test func `a base that moved is refused`() async throws {
    try shop.git("tag v1.4.9 HEAD~1")
    #expect(await refusal().contains("base_moved"))
  }

  @Test func `release tags of the remote that moved are refused`() async throws {
    try shop.git("push --quiet origin HEAD~1:refs/tags/v0.0.1")
    #expect(await refusal().contains("remote_tags_moved"))
  }

  @Test func `other tags of the remote are nobody's business`() async throws {
    try shop.git("push --quiet origin HEAD~1:refs/tags/nightly")
    #expect(await shop.release("cut --plan ../plan.json --tag-only").exit == 0)
  }

  @Test func `a plan that knows a remote is not cut without asking it`() async throws {
    #expect(
      await refusal("cut --plan ../plan.json --tag-only --offline --json").contains("remote_tags_unknown"))
  }

  @Test func `another configuration is refused`() async throws {
    let words = "cut --plan ../plan.json --tag-only --json --config ../other.json"
    try shop.sandbox.write(
      "{ project: 'acme/shop', version: { rules: [{ type: 'feat', bump: 'patch' }] } }",
      to: "\(shop.path)/../other.json")
    #expect(await refusal(words).contains("plan_differs"))
  }

  @Test func `a version that was asked for is pinned as well`() async throws {
    #expect(await shop.release("plan --release-as 3.0.0 --output ../asked.json").exit == 0)
    let ended = await shop.release("cut --plan ../asked.json --tag-only --json")
    #expect(ended.output.contains("\"version\": \"3.0.0\""), "\(ended.everything)")
  }

  @Test func `a release by somebody else of the same version is not the planned one`() async throws {
    try shop.git(["commit", "--quiet", "--allow-empty", "--message", "feat: unapproved"])
    try shop.git("tag v1.5.0")
    #expect(await refusal().contains("_moved"))
  }

  @Test func `a message that was corrected since is refused`() async throws {
    try shop.git(["notes", "--ref=release", "add", "--message", "feat: search everywhere", "HEAD"])
    #expect(await refusal().contains("plan_differs"))
  }

  @Test func `another branch on the same commit is refused`() async throws {
    try shop.git("checkout --quiet -b other")
    #expect(await refusal().contains("plan_differs"))
  }

  @Test(arguments: ["", "{}", "[1]", "{\"schema\":1,\"next\":\"x\",\"pins\":{}}", "no"])
  func `what is no plan is told`(text: String) async throws {
    try shop.sandbox.write(text, to: "\(shop.path)/../bad.json")
    let ended = await shop.release("cut --plan ../bad.json --json")
    #expect(ended.exit == 2 && ended.output.contains("malformed_plan"), "\(ended.everything)")
  }
}
