import Effects
import ReleaseManifests
internal import ReleaseSigning
import Rollouts
import SemanticVersions
import Targets
import Testing
import WorldSupport

@Suite("Directory target")
struct DirectoryTargetTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test func `nothing runs in an empty folder`() throws {
    #expect(try shop.target().running() == nil)
    #expect(try !shop.target().holdsWhole(shop.plain("1.0.0").reference))
  }

  @Test func `a release that was applied runs and is held`() throws {
    let release = try shop.plain("1.0.0")
    try shop.target().apply(release, from: shop.dist)
    #expect(try shop.target().running() == release.running)
    #expect(try shop.target().holdsWhole(release.reference))
    #expect(try shop.scratch.text("srv/current/app") == "1.0.0\n")
    #expect(
      try shop.scratch.files.readSymlink(shop.scratch.at("srv/current")) == "releases/\(release.folder)")
  }

  @Test func `the next release takes its place and the first stays beside it`() throws {
    let (first, second) = (try shop.applied("1.0.0"), try shop.applied("1.1.0"))
    #expect(try shop.target().running() == second.running)
    #expect(try shop.releases == [first.folder, second.folder])
  }

  @Test func `applying again changes nothing`() throws {
    let release = try shop.applied("1.0.0")
    let before = try shop.scratch.shell("find srv/releases -printf '%p %i %T@\\n'")
    try shop.target().apply(release, from: shop.dist)
    #expect(try shop.scratch.shell("find srv/releases -printf '%p %i %T@\\n'") == before)
  }

  @Test func `a release that is held is brought back without its files`() throws {
    let first = try shop.applied("1.0.0")
    _ = try shop.applied("1.1.0")
    try shop.target().apply(first, from: nil)
    #expect(try shop.target().running() == first.running)
  }

  @Test func `a release that is not held needs its files`() throws {
    let release = try shop.plain("1.0.0")
    #expect(throws: TargetError.artifactsNeeded) { try shop.target().apply(release, from: nil) }
  }

  @Test func `two releases of one version lie side by side`() throws {
    let first = try shop.release("1.0.0", "echo one >app")
    try shop.target().apply(first, from: shop.dist)
    let second = try shop.release("1.0.0", "echo two >app")
    try shop.target().apply(second, from: shop.dist)
    #expect(try shop.releases.count == 2)
    #expect(try shop.target().running() == second.running)
  }

  @Test func `a release without files is refused`() throws {
    let release = try shop.release("1.0.0", "true")
    #expect(throws: TargetError.nothingToDeploy) { try shop.target().apply(release, from: shop.dist) }
  }

  @Test func `a file with other bytes leaves nothing behind`() throws {
    let old = try shop.applied("1.0.0")
    let release = try shop.release("1.1.0", "echo a >a; echo b >b")
    try shop.scratch.write("dist/b", "evil")
    do {
      try shop.target().apply(release, from: shop.dist)
      Issue.record("it was applied")
    } catch TargetError.artifactMismatch(let path, let expected, let found) {
      #expect(path.text == "b")
      #expect(expected != found)
    }
    #expect(try shop.target().running() == old.running)
    #expect(try shop.releases == [old.folder])
  }

  @Test func `a file that is not there leaves nothing behind`() throws {
    let release = try shop.release("1.0.0", "echo a >a; echo b >b")
    try shop.scratch.files.remove(shop.scratch.at("dist/b"))
    let missing = TargetError.artifactMissing(try ArtifactPath(parsing: "b"), folder: shop.dist)
    #expect(throws: missing) { try shop.target().apply(release, from: shop.dist) }
    #expect(try shop.releases == [])
    #expect(try shop.target().running() == nil)
  }

  @Test func `a file that became a link is refused`() throws {
    let release = try shop.plain("1.0.0")
    try shop.scratch.shell("mv dist/app real; ln -s ../real dist/app")
    #expect(throws: TargetError.self) { try shop.target().apply(release, from: shop.dist) }
  }

  @Test func `clearing leaves nothing running and the release held`() throws {
    let release = try shop.applied("1.0.0")
    try shop.target().clear()
    try shop.target().clear()
    #expect(try shop.target().running() == nil)
    #expect(try shop.target().holdsWhole(release.reference))
  }

  @Test func `only what is named is kept`() throws {
    let releases = [try shop.applied("1.0.0"), try shop.applied("1.1.0"), try shop.applied("1.2.0")]
    try shop.scratch.write("srv/releases/notes/README", "not ours")
    try shop.target().retain(only: [releases[0].reference, releases[2].reference])
    #expect(try shop.releases == [releases[0].folder, releases[2].folder, "notes"])
    #expect(try shop.target().running() == releases[2].running)
  }

  @Test func `where nothing was ever put there is nothing to remove`() throws {
    try shop.target().retain(only: [])
    #expect(try shop.target().running() == nil)
  }

  @Test(arguments: [
    "mkdir -p srv/current", "mkdir srv; echo x >srv/current", "mkdir -p srv/other; ln -s other srv/current",
    "mkdir srv; ln -s nowhere srv/current",
  ])
  func `something foreign in the place of the link is told and not cleared`(script: String) throws {
    try shop.scratch.shell(script)
    let foreign = TargetError.foreign(path: shop.scratch.at("srv/current"))
    #expect(throws: foreign) { try shop.target().running() }
    #expect(throws: foreign) { try shop.target().clear() }
  }

  @Test func `a folder in the place of the link is never replaced`() throws {
    try shop.scratch.write("srv/current/data", "precious")
    let release = try shop.plain("1.0.0")
    #expect(throws: TargetError.self) { try shop.target().apply(release, from: shop.dist) }
    #expect(try shop.scratch.text("srv/current/data") == "precious")
  }

  @Test func `the plan says what is done`() throws {
    let release = try shop.plain("1.0.0")
    let root = shop.scratch.at("srv")
    #expect(
      try shop.target("restart: ['systemctl', 'restart', 'shop']").plan(for: release.reference) == [
        "unpack into \(root)/releases/\(release.folder)", "switch \(root)/current",
        "run systemctl restart shop",
      ])
  }
}

@Suite("Restart of a directory target")
struct RestartTests {
  let shop: Shop

  init() throws { shop = try Shop() }

  @Test func `the command runs after the switch, in the target's folder, with its variables`() throws {
    let target = try shop.target("restart: ['sh', '-c', 'cat current/app >seen; echo $SHOP >>seen']")
    try target.apply(try shop.plain("1.0.0"), from: shop.dist)
    #expect(try shop.scratch.text("srv/seen") == "1.0.0\nacme\n")
  }

  @Test func `the command runs again for a release that is held`() throws {
    let target = try shop.target("restart: ['sh', '-c', 'echo once >>seen']")
    let release = try shop.plain("1.0.0")
    try target.apply(release, from: shop.dist)
    try target.apply(release, from: nil)
    #expect(try shop.scratch.text("srv/seen") == "once\nonce\n")
  }

  @Test func `a command that fails is told with what it said`() throws {
    let command = ["sh", "-c", "echo no such unit >&2; exit 3"]
    let target = try shop.target("restart: ['sh', '-c', 'echo no such unit >&2; exit 3']")
    #expect(throws: TargetError.restart(command: command, message: "no such unit\n")) {
      try target.apply(shop.plain("1.0.0"), from: shop.dist)
    }
  }

  @Test func `a command that is not there is told`() throws {
    let target = try shop.target("restart: ['/no/such/program']")
    #expect(throws: TargetError.program(.programNotFound("/no/such/program"))) {
      try target.apply(shop.plain("1.0.0"), from: shop.dist)
    }
  }
}

@Suite("A directory target that is killed")
struct DirectoryTargetCrashTests {
  @Test func `at no instant does the link lead to half a release, and the next attempt goes through`() throws
  {
    var changes = 0
    while true {
      let shop = try Shop()
      let old = try shop.applied("1.0.0")
      let new = try shop.release(
        "1.1.0", "echo one >a; echo two >b; mkdir x; echo three >x/c; tar cf x.tar x; rm -r x")
      let dying = DyingFiles(changes: changes)
      let survived = (try? shop.target(files: dying).apply(new, from: shop.dist)) != nil
      let running = try shop.target().running()
      #expect(running == old.running || running == new.running, "after \(changes) changes")
      #expect(try shop.scratch.text("srv/current/\(running == new.running ? "b" : "app")").count > 3)
      try shop.target().apply(new, from: shop.dist)
      #expect(try shop.target().running() == new.running)
      #expect(
        try shop.scratch.shell("cat srv/current/a srv/current/b srv/current/x/c") == "one\ntwo\nthree\n")
      try shop.target().retain(only: [old.reference, new.reference])
      #expect(try shop.releases == [old.folder, new.folder], "after \(changes) changes")
      if survived { break }
      changes += 1
    }
    #expect(changes > 8)
  }

  @Test func `what a killed attempt left is no part of the next one`() throws {
    let shop = try Shop()
    let release = try shop.plain("1.0.0")
    let left = "srv/releases/.staging-\(release.digest.hex.prefix(12))/content/intruder"
    try shop.scratch.write(left, "x")
    try shop.target().apply(release, from: shop.dist)
    #expect(try shop.current == "1.0.0\n")
    #expect(try shop.releases == [release.folder])
  }
}

extension Shop {
  /// Applies a release of one file.
  func applied(_ version: Version) throws -> VerifiedManifest {
    let release = try plain(version)
    try target().apply(release, from: dist)
    return release
  }
}
