package import Effects
internal import Foundation

/// A folder in which git sees no configuration but ours, and a clock that a commit moves by an hour.
package final class GitSandbox: Sendable {
  package let scratch: Scratch
  /// What git inherits.
  package let environment: [String: String]

  /// Makes a sandbox with an empty repository `work` on the branch `main`.
  package init() throws {
    scratch = try Scratch()
    let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment = inherited.merging([
      "HOME": scratch.path, "GIT_CONFIG_GLOBAL": scratch.at("gitconfig"), "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Grace",
      "GIT_COMMITTER_EMAIL": "grace@example.org", "GIT_AUTHOR_DATE": "1700000000 +0000",
      "GIT_COMMITTER_DATE": "1700000000 +0000", "LC_ALL": "C",
    ]) { _, ours in ours }
    try scratch.write(
      "gitconfig",
      "[init]\n\tdefaultBranch = main\n[protocol \"file\"]\n\tallow = always\n[advice]\n\tdetachedHead = false\n"
    )
    try run("git init -q work")
  }

  /// Runs a shell script in the sandbox's folder and returns what it wrote, without the last line's end.
  @discardableResult
  package func run(_ script: String) throws -> String {
    let result = try Scratch.programs.run(
      Subprocess(
        argv: ["sh", "-euc", script], directory: scratch.path, environment: environment, timeout: 60))
    guard result.status == .exited(0) else { throw Scratch.ScriptFailure(script: script, result: result) }
    let text = String(decoding: result.output, as: UTF8.self)
    return text.utf8.last == UInt8(ascii: "\n") ? String(text.dropLast()) : text
  }

  /// Runs a shell script in the repository `work`.
  @discardableResult
  package func work(_ script: String) throws -> String { try run("cd work; \(script)") }

  /// A repository of a folder in the sandbox.
  package func repository(_ folder: String = "work") -> GitRepository {
    GitRepository(
      directory: scratch.at(folder), subprocesses: Scratch.programs, environment: environment)
  }

  /// Makes an empty commit in `work` with a message, an hour after the one before, and returns its name.
  @discardableResult
  package func commit(_ message: String, at hour: Int = 0) throws -> String {
    try scratch.write("message", message)
    return try work(
      """
      export GIT_AUTHOR_DATE="$((1700000000 + 3600 * \(hour))) +0000" GIT_COMMITTER_DATE="$((1700000000 + 3600 * \(hour))) +0000"
      git commit -q --allow-empty --allow-empty-message --cleanup=verbatim -F ../message; git rev-parse HEAD
      """)
  }
}
