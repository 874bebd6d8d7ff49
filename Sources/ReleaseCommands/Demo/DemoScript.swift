internal import ReleaseConsole

/// What the demo does, in order.
enum DemoScript {
  static func steps(in folder: String) -> [DemoStep] {
    foundation(folder) + firstRelease + secondRelease + brokenRelease + wayBack + attacks + evidence
  }

  private static func foundation(_ folder: String) -> [DemoStep] {
    [
      .title("A repository with a remote, a key, a trust root and two environments"),
      .git(["-C", "..", "init", "--quiet", "--bare", "remote.git"]), .git("init --quiet"),
      .git("remote add origin ../remote.git"),
      .write("release.json", text: DemoFiles.configuration(folder), isProgram: false),
      .write(".gitignore", text: "dist/\n.release/\n", isProgram: false),
      .write("bin/smoke", text: DemoFiles.smoke(status: 0), isProgram: true),
      .release("key new --no-passphrase --output ../keys/release"),
      .release("trust init --project demo/shop --key ../keys/release.pub.pem --sign-key ../keys/release.pem"),
      .git("add ."), .git(["commit", "--quiet", "--message", "feat: serve the shop"]),
      .git("push --quiet --set-upstream origin main"),
    ]
  }

  private static let firstRelease: [DemoStep] = [
    .title("The first release, from commits to production"), .release("plan --explain"), build,
    .release("cut --artifact dist/shop.tar.gz --push"),
    .release("verify .release/manifests/0.1.0.json --artifacts ."),
    .release("promote 0.1.0 --to production", expecting: .refused), .release("promote 0.1.0 --to staging"),
    .release("promote 0.1.0 --to production"),
  ]

  private static let secondRelease: [DemoStep] = [
    .title("The second release"), .write("bin/search", text: "#!/bin/sh\necho found\n", isProgram: true),
    .git("add ."),
    .git(["commit", "--quiet", "--message", "feat: search the shop"]), build,
    .release("cut --artifact dist/shop.tar.gz --push"), .release("promote 0.2.0 --to staging"),
    .release("promote 0.2.0 --to production"),
  ]

  private static let brokenRelease: [DemoStep] = [
    .title(
      "A third one that is broken: its check fails in staging, and what ran before is restored by itself"),
    .write("bin/smoke", text: DemoFiles.smoke(status: 1), isProgram: true),
    .git(["commit", "--quiet", "--all", "--message", "fix: break everything"]), build,
    .release("cut --artifact dist/shop.tar.gz --push"),
    .release("promote 0.2.1 --to staging", expecting: .restored),
    .release("promote 0.2.1 --to production", expecting: .refused),
  ]

  private static let wayBack: [DemoStep] = [
    .title("On call: one command back"),
    .release(["rollback", "production", "--reason", "searching is slow"], expecting: .done),
    .release("status"),
  ]

  private static let attacks: [DemoStep] = [
    .title("One flipped bit in the artifact, then one in the signed manifest"),
    .flip("dist/shop.tar.gz", at: 100),
    .release("verify .release/manifests/0.2.1.json --artifacts .", expecting: .refused),
    .flip("dist/shop.tar.gz", at: 100), .flip(".release/manifests/0.2.1.json", at: 101),
    .release("verify .release/manifests/0.2.1.json", expecting: .refused),
    .flip(".release/manifests/0.2.1.json", at: 101),
  ]

  private static let evidence: [DemoStep] = [
    .title("The record, and every manifest again with stock openssl"), .release("ledger verify"),
    .release("history production"), .write("verify.sh", text: DemoFiles.verification, isProgram: true),
    .program(["sh", "verify.sh", "../keys/release.pub.pem", ".release/manifests/0.1.0.json"], expecting: 0),
    .program(["sh", "verify.sh", "../keys/release.pub.pem", ".release/manifests/0.2.0.json"], expecting: 0),
    .program(["sh", "verify.sh", "../keys/release.pub.pem", ".release/manifests/0.2.1.json"], expecting: 0),
  ]

  private static let build = DemoStep.program(
    ["sh", "-c", "mkdir -p dist && tar -czf dist/shop.tar.gz bin"], expecting: 0)
}
