import Effects
import Foundation
import Testing

@Suite("The program itself")
struct BinaryTests {
  private func run(_ words: [String], of shop: Shop) throws -> Ended {
    let command = Subprocess(
      argv: words, directory: shop.path,
      environment: shop.world.environment.merging(["RELEASE": ReleaseProgram.path]) { $1 },
      timeout: 60)
    return try Ended(LiveSubprocesses(inheriting: [:]).run(command))
  }

  @Test func `ends with the exit code of its answer, and stdout is the answer alone`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    let plan = try run([ReleaseProgram.path, "plan"], of: shop)
    #expect((plan.exit, plan.output, plan.errorOutput) == (0, "1.5.0\n", ""))
    let usage = try run([ReleaseProgram.path, "plann"], of: shop)
    #expect(
      usage.exit == 2 && usage.output.isEmpty && usage.errorOutput.hasPrefix("error: "), "\(usage.everything)"
    )
    let refused = try run(["sh", "-c", "echo door | \"$RELEASE\" lint -"], of: shop)
    #expect(refused.exit == 1, "\(refused.everything)")
  }

  @Test func `a reader who goes away is no crash and no noise`() async throws {
    let shop = try await Shop.new()
    let script = "{ sleep 0.3; \"$RELEASE\" help exit-codes; echo \"$?\" >&2; } | true"
    let ended = try run(["sh", "-c", script], of: shop)
    #expect(ended.errorOutput == "3\n", "\(ended.everything)")
    let full = try run(["sh", "-c", "\"$RELEASE\" help exit-codes >/dev/full"], of: shop)
    #expect(full.exit == 3, "\(full.everything)")
  }

  @Test(.timeLimit(.minutes(20))) func `the demo passes within 15 seconds`() async throws {
    let shop = try await Shop.new()
    let started = ContinuousClock.now
    let ended = try run([ReleaseProgram.path, "demo"], of: shop)
    #expect(ended.exit == 0, "\(ended.everything)")
    #expect(ended.output.contains("demo passed"))
    #expect(ContinuousClock.now - started < .seconds(15))
  }

  private static let strace = ["/usr/bin/strace", "/bin/strace"].first(
    where: FileManager.default.isExecutableFile)

  @Test(.enabled(if: strace != nil, "there is no strace: the network goes unwatched"))
  func `verify asks no network`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    #expect(await shop.release("cut --artifact dist/app.txt").exit == 0)
    let words = [
      Self.strace ?? "", "-f", "-o", "../calls", "-e", "trace=network", ReleaseProgram.path, "verify",
      ".release/manifests/1.5.0.json", "--artifacts", ".", "--ledger", ".release/ledger", "--rederive",
    ]
    let ended = try run(words, of: shop)
    #expect(ended.exit == 0, "\(ended.everything)")
    let calls = try String(contentsOfFile: "\(shop.sandbox.work)/calls", encoding: .utf8)
    #expect(calls.contains("+++ exited with 0 +++"))
    #expect(!calls.contains("AF_INET"), "\(calls)")
  }

  /// Whether this machine lets us have a network of our own, which leads nowhere.
  private static let canCutOff =
    (try? LiveSubprocesses(inheriting: ["PATH": "/usr/bin:/bin"]).run(
      Subprocess(argv: ["unshare", "--net", "--map-root-user", "true"])))?.status == .exited(0)

  @Test(.enabled(if: canCutOff, "no network of our own here"))
  func `verify works with the network cut off`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    #expect(await shop.release("cut --artifact dist/app.txt").exit == 0)
    let words = [
      "unshare", "--net", "--map-root-user", ReleaseProgram.path, "verify", ".release/manifests/1.5.0.json",
      "--artifacts", ".", "--ledger", ".release/ledger", "--max-age", "1d", "--now", Sandbox.dawn,
      "--rederive",
    ]
    let ended = try run(words, of: shop)
    #expect(ended.exit == 0, "\(ended.everything)")
  }
}
