import Effects
import Foundation

/// A folder for one test, which goes with it.
final class Scratch: Sendable {
  let path: String
  let files = LiveFiles()

  init() throws {
    path = try files.temporaryDirectory(prefix: "effects-tests-")
  }

  deinit {
    // What a test leaves behind must not change its outcome.
    try? files.remove(path)
  }

  /// A path in the folder.
  func at(_ name: String) -> String { path + "/" + name }

  /// Creates a file and returns its path.
  func file(_ name: String, _ text: String = "content", mode: UInt32 = 0o644) throws -> String {
    try files.create(Array(text.utf8), at: at(name), mode: mode)
    return at(name)
  }

  /// Creates a folder and returns its path.
  func folder(_ name: String) throws -> String {
    try files.makeDirectory(at(name))
    return at(name)
  }

  /// Creates a symbolic link and returns its path.
  func link(_ name: String, to target: String) throws -> String {
    try files.replaceSymlink(at: at(name), pointingTo: target)
    return at(name)
  }

  /// Creates a FIFO and returns its path.
  func fifo(_ name: String) throws -> String {
    try shell("mkfifo \(name)")
    return at(name)
  }

  /// The names in the folder.
  var names: [String] { get throws { try files.list(path) } }

  /// A file's content as text.
  func text(_ name: String) throws -> String {
    String(decoding: try files.read(at(name), limit: 1 << 20), as: UTF8.self)
  }

  /// Runs a shell script in the folder and returns its output.
  @discardableResult
  func shell(_ script: String) throws -> String {
    let result = try LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment).run(
      Subprocess(argv: ["sh", "-euc", script], directory: path, timeout: 30))
    guard result.status == .exited(0) else { throw ScriptFailure(script: script, result: result) }
    return String(decoding: result.output, as: UTF8.self)
  }

  struct ScriptFailure: Error {
    let script: String
    let result: SubprocessResult
  }
}
