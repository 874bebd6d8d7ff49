import Effects
import Foundation
import Testing

@Suite("The program itself")
struct BinaryTests {
  /// The executable that was built beside these tests.
  private static let program: String = {
    let folders =
      [Bundle.main.executableURL?.deletingLastPathComponent()]
      + Bundle.allBundles.map { Optional($0.bundleURL.deletingLastPathComponent()) }
    let places = folders.compactMap { $0?.appending(path: "release").path }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "release was not built"
  }()

  private func run(_ words: [String], of shop: Shop) throws -> Ended {
    let command = Subprocess(
      argv: words, directory: shop.path,
      environment: shop.world.environment.merging(["RELEASE": Self.program]) { $1 },
      timeout: 60)
    return try Ended(LiveSubprocesses(inheriting: [:]).run(command))
  }

  @Test func `ends with the exit code of its answer, and stdout is the answer alone`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    let plan = try run([Self.program, "plan"], of: shop)
    #expect((plan.exit, plan.output, plan.errorOutput) == (0, "1.5.0\n", ""))
    let usage = try run([Self.program, "plann"], of: shop)
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

  @Test(.timeLimit(.minutes(1))) func `the demo passes within 15 seconds`() async throws {
    let shop = try await Shop.new()
    let started = ContinuousClock.now
    let ended = try run([Self.program, "demo"], of: shop)
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
      Self.strace ?? "", "-f", "-o", "../calls", "-e", "trace=network", Self.program, "verify",
      ".release/manifests/1.5.0.json", "--artifacts", ".", "--ledger", ".release/ledger", "--rederive",
    ]
    let ended = try run(words, of: shop)
    #expect(ended.exit == 0, "\(ended.everything)")
    let calls = try String(contentsOfFile: "\(shop.sandbox.work)/calls", encoding: .utf8)
    #expect(calls.contains("+++ exited with 0 +++"))
    #expect(!calls.contains("AF_INET"), "\(calls)")
  }
}
