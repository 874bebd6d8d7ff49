import Foundation
import ReleaseSigning
import Testing

/// A folder of its own for programs to work in, removed with it.
final class ToolFolder: Sendable {
  static let hasMinisign = path(of: "minisign") != nil
  static let hasSSH = ["ssh-keygen", "ssh-agent", "ssh-add"].allSatisfy { path(of: $0) != nil }

  let url: URL

  init() throws {
    // Short, because the path of a socket may have 107 bytes and no more.
    url = URL.temporaryDirectory.appending(path: "tool-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(at: url) }  // A folder left behind fails no test.

  /// Runs a program to its end and returns its exit status; what it says is in the files `stdout` and `stderr`.
  @discardableResult func run(
    _ program: String, _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Int32 {
    try write([], to: "stdout")
    try write([], to: "stderr")
    let process = try process(program, arguments, environment: environment)
    if let input { process.standardInput = try FileHandle(forReadingFrom: url.appending(path: input)) }
    process.standardOutput = try FileHandle(forWritingTo: url.appending(path: "stdout"))
    process.standardError = try FileHandle(forWritingTo: url.appending(path: "stderr"))
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Returns a program that is not started yet, and that nobody listens to.
  func process(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.path(of: program)))
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": url.path, "LC_ALL": "C"].merging(environment) {
      $1
    }
    process.currentDirectoryURL = url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: url.appending(path: name).path)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  private static func path(of program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
