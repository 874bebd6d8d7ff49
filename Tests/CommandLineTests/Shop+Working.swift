import Effects
import Foundation

extension Shop {
  /// Runs git in the repository and returns how it ended.
  @discardableResult
  func git(_ words: [String]) throws -> Ended { try Ended(world.run(["git"] + words)) }

  /// Runs git in the repository; it must succeed.
  @discardableResult
  func git(_ line: String) throws -> String {
    let ended = try git(line.split(separator: " ").map(String.init))
    guard ended.exit == 0 else { throw Failure(ended: ended) }
    return ended.output
  }

  /// Adds a commit that asks for the version 1.5.0.
  func addFeature() throws { try git(["commit", "--quiet", "--allow-empty", "--message", "feat: search"]) }

  /// Runs `release` in the repository.
  func release(_ line: String, in changed: World? = nil) async -> Ended {
    await CommandLineTests.release(line.split(separator: " ").map(String.init), in: changed ?? world)
  }

  /// Makes an empty remote that has what the repository has.
  func addRemote() throws {
    try git("init --quiet --bare ../remote.git")
    try git("remote add origin ../remote.git")
    try git("push --quiet origin main --tags")
  }

  /// Another clone of the remote, with the same keys and files.
  func clone(_ name: String) throws -> Shop {
    try git("clone --quiet ../remote.git ../\(name)")
    let clone = Shop(in: sandbox, at: "\(sandbox.work)/\(name)", world: world)
    try sandbox.write("one\n", to: "\(clone.path)/dist/app.txt")
    return clone
  }
}
