import Effects
import Synchronization
import Testing

/// Git that gives up in the middle of its first checkout, with one file written.
private final class HalfCheckout: Subprocesses {
  private let real: any Subprocesses
  private let hasFailed = Mutex(false)

  init(_ real: any Subprocesses) { self.real = real }

  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    let isCheckout = command.argv.contains("read-tree") && command.argv.contains("-m")
    guard isCheckout,
      hasFailed.withLock({ failed in
        defer { failed = true }; return !failed
      })
    else {
      return try real.run(command, handingOn: take)
    }
    var half = command
    half.argv = ["sh", "-c", "git show \(command.argv.last ?? ""):CHANGELOG.md >CHANGELOG.md"]
    _ = try real.run(half, handingOn: { _ in })
    return SubprocessResult(status: .exited(128), errorOutput: Array("error: unable to unlink\n".utf8))
  }
}

@Suite("A checkout that git gives up half-way")
struct HalfCheckoutTests {
  @Test(arguments: [true, false])
  func `leaves nothing behind, and the next cut goes through`(_ hasChangelog: Bool) async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    if hasChangelog {
      _ = try shop.world.run([
        "sh", "-c", "echo '# News' >CHANGELOG.md; git add .; git commit -qm 'docs: news'",
      ])
    }
    let before = try RepositoryState(of: shop)
    var world = shop.world
    world.subprocesses = HalfCheckout(world.subprocesses)
    let ended = await shop.release("cut --tag-only", in: world)
    #expect(ended.exit == 3, "\(ended.everything)")
    #expect(ended.errorOutput.contains("unable to unlink"))
    #expect(try RepositoryState(of: shop) == before)
    #expect(await shop.release("cut --tag-only").exit == 0)
  }
}
