import Effects
import Synchronization
import Testing

@Suite("Cuts that race")
struct CutRaceTests {
  @Test func `two clones cut at once: one wins, and the other is as it was`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    try shop.addRemote()
    let clones = [try shop.clone("one"), try shop.clone("two")]
    let before = try clones.map { try RepositoryState(of: $0) }
    // An hour apart: two who cut the same at the same second would make the very same release.
    var later = clones[1].world
    later.environment["SOURCE_DATE_EPOCH"] = "1767610800"
    async let first = clones[0].release("cut --artifact dist/app.txt --push --json")
    async let second = clones[1].release("cut --artifact dist/app.txt --push --json", in: later)
    let ended = await [first, second]
    #expect(ended.map(\.exit).sorted() == [0, 1], "\(ended.map(\.everything))")
    let (winner, loser) = ended[0].exit == 0 ? (0, 1) : (1, 0)
    #expect(try RepositoryState(of: clones[loser]) == before[loser])
    let head = try clones[winner].git("rev-parse HEAD v1.5.0^{commit}")
    #expect(try shop.git("--git-dir=../remote.git rev-parse main v1.5.0^{commit}") == head)
  }

  @Test func `a remote that moves between the question and the push`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    try shop.addRemote()
    let other = try shop.clone("other")
    try other.git("commit --quiet --allow-empty --message other")
    let before = try RepositoryState(of: shop)
    var world = shop.world
    world.subprocesses = Overtaken(real: world.subprocesses, by: other)
    let ended = await shop.release("cut --artifact dist/app.txt --push --json", in: world)
    #expect(ended.exit == 1 && ended.output.contains("push_refused"), "\(ended.everything)")
    #expect(try RepositoryState(of: shop) == before)
    #expect(try !shop.git("ls-remote --tags origin").contains("v1.5.0"))
  }

  @Test func `a branch that moves while the release is made`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    var world = shop.world
    world.subprocesses = Moved(real: world.subprocesses, in: shop)
    let ended = await shop.release("cut --artifact dist/app.txt --json", in: world)
    #expect(ended.exit == 1 && ended.output.contains("ref_moved"), "\(ended.everything)")
    #expect(try shop.git("log -1 --format=%s") == "meanwhile\n")
    #expect(try shop.git("tag --list v1.5.0") == "")
    #expect(try shop.git("status --porcelain") == "")
  }

  @Test func `cut twice`() async throws {
    let shop = try await Shop.new()
    try shop.addFeature()
    let first = await shop.release("cut --artifact dist/app.txt --json")
    #expect(first.exit == 0, "\(first.everything)")
    let (state, files) = (try RepositoryState(of: shop), try Listing(of: "\(shop.path)/.release"))
    let second = await shop.release("cut --artifact dist/app.txt --json")
    #expect(second.exit == 0 && second.output.contains("\"actions\": []"), "\(second.everything)")
    #expect(try RepositoryState(of: shop) == state)
    #expect(try Listing(of: "\(shop.path)/.release") == files)
  }
}

/// Programs in a world where another clone pushes right before us.
private struct Overtaken: Subprocesses {
  let real: any Subprocesses
  let other: Shop

  init(real: any Subprocesses, by other: Shop) {
    self.real = real
    self.other = other
  }

  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    if command.argv.contains("push") {
      _ = try real.run(
        Subprocess(
          argv: ["git", "push", "--quiet", "origin", "main"], directory: other.path,
          environment: other.world.environment))
    }
    return try real.run(command, handingOn: take)
  }
}

/// Programs in a world where somebody commits in the same folder right before our refs move.
private struct Moved: Subprocesses {
  let real: any Subprocesses
  let shop: Shop

  init(real: any Subprocesses, in shop: Shop) {
    self.real = real
    self.shop = shop
  }

  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    if command.argv.contains("update-ref") {
      _ = try real.run(
        Subprocess(
          argv: ["sh", "-c", "git update-ref HEAD $(git commit-tree -p HEAD -m meanwhile HEAD^{tree})"],
          directory: shop.path, environment: shop.world.environment))
    }
    return try real.run(command, handingOn: take)
  }
}
