internal import Effects
internal import Foundation
internal import WorldSupport

/// A part that runs in the background, in a folder of its own, until it is stopped or the process of the tests is gone.
final class KeptPart: Sendable {
  /// What its program said about it.
  let facts: [String: String]
  /// Its folder, removed when it has ended.
  let folder: String
  private let keeper: Int32

  /// Starts a program of `Programs` and waits until it is ready.
  init(_ program: String, _ arguments: String..., needing programs: RealPrograms) throws {
    try programs.require()
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Programs/\(program)")
    let owner = "\(ProcessInfo.processInfo.processIdentifier)"
    var environment = RealPrograms.environment(home: "/nonexistent")
    // A registry takes variables for settings, and these are not the user's.
    environment["REGISTRY_AUTH_FILE"] = nil
    let result = try Scratch.programs.run(
      Subprocess(
        argv: ["python3", "-B", script.path, owner] + arguments, environment: environment, timeout: 60))
    let facts = try? JSONDecoder().decode([String: String].self, from: Data(result.output))
    guard let facts, let folder = facts["folder"], let keeper = facts["keeper"].flatMap(Int32.init) else {
      throw NotStarted(program: program, reason: String(decoding: result.errorOutput, as: UTF8.self))
    }
    (self.facts, self.folder, self.keeper) = (facts, folder, keeper)
  }

  deinit { end() }

  /// A part that did not become ready, and what it said.
  struct NotStarted: Error {
    let program: String
    let reason: String
  }

  /// A fact that its program must have told.
  func fact(_ name: String) throws -> String {
    guard let fact = facts[name] else { throw NotStarted(program: name, reason: "it told nothing of it") }
    return fact
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  private var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

  private func end() { if isThere { kill(keeper, SIGTERM) } }

  /// Ends it and waits until nothing is left of it.
  func stop() {
    end()
    let limit = Date.now + 60
    while isThere, Date.now < limit { Thread.sleep(forTimeInterval: 0.01) }
  }
}
