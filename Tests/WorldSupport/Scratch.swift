package import Effects
internal import Foundation

/// A folder for one test, which goes with it.
package final class Scratch: Sendable {
  package let path: String
  package let files = LiveFiles()

  package init() throws {
    path = try LiveFiles().temporaryDirectory(prefix: "release-tests-")
  }

  deinit {
    // What a test leaves behind must not change its outcome.
    try? files.remove(path)
  }

  /// Programs that inherit the environment of the tests.
  package static let programs = LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment)

  /// A path in the folder.
  package func at(_ name: String) -> String { path + "/" + name }

  /// Creates a file and the folders above it.
  package func write(_ name: String, _ text: String, mode: UInt32 = 0o644) throws {
    try files.makeDirectory((at(name) as NSString).deletingLastPathComponent)
    try files.write(Array(text.utf8), to: at(name), mode: mode)
  }

  /// A file's content as text.
  package func text(_ name: String) throws -> String {
    String(decoding: try files.read(at(name), limit: 1 << 26), as: UTF8.self)
  }

  /// The names in a folder.
  package func names(_ folder: String) throws -> [String] { try files.list(at(folder)) }

  /// Runs a shell script in the folder and returns what it wrote.
  @discardableResult
  package func shell(_ script: String, adding variables: [String: String] = [:]) throws -> String {
    let environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
    let result = try Self.programs.run(
      Subprocess(argv: ["sh", "-euc", script], directory: path, environment: environment, timeout: 60))
    guard result.status == .exited(0) else { throw ScriptFailure(script: script, result: result) }
    return String(decoding: result.output, as: UTF8.self)
  }

  package struct ScriptFailure: Error, CustomStringConvertible {
    let script: String
    let result: SubprocessResult

    package var description: String {
      "\(script): \(result.status), \(String(decoding: result.errorOutput, as: UTF8.self))"
    }
  }
}
