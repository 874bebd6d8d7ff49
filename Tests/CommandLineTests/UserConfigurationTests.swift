import Testing

@Suite("A cut under a user's own git configuration")
struct UserConfigurationTests {
  @Test(arguments: [
    "commit.gpgSign true", "tag.gpgSign true", "core.autocrlf true", "log.showSignature true",
    "core.quotePath true", "color.ui always", "log.decorate full", "log.abbrevCommit true", "core.abbrev 4",
    "format.pretty oneline", "tag.sort -version:refname", "status.short true",
    "status.showUntrackedFiles all",
    "commit.template /nowhere", "core.pager false", "core.editor false", "i18n.logOutputEncoding latin1",
    "push.default nothing", "diff.noprefix true", "user.useConfigOnly true",
  ])
  func `does not disturb it`(_ setting: String) async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    try shop.addRemote()
    try shop.git("config --global \(setting)")
    try await expectRelease(of: shop)
  }

  @Test(arguments: ["pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "post-checkout"])
  func `hooks that fail do not disturb it`(_ hook: String) async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    try shop.addRemote()
    try shop.sandbox.write("#!/bin/sh\nexit 1\n", to: "\(shop.path)/.git/hooks/\(hook)")
    _ = try shop.world.run(["chmod", "+x", "\(shop.path)/.git/hooks/\(hook)"])
    try await expectRelease(of: shop)
  }

  private func expectRelease(of shop: Shop) async throws {
    let ended = await shop.release("cut --artifact dist/app.txt --push --json")
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(try shop.git("-c status.short=false status --porcelain=v1 --untracked-files=no") == "")
    #expect(try shop.git("-c core.abbrev=40 ls-remote --tags origin").contains("refs/tags/v1.5.0^{}"))
    let again = await shop.release("verify .release/manifests/1.5.0.json --artifacts . --rederive --json")
    #expect(again.exit == 0, "\(again.everything)")
  }
}
