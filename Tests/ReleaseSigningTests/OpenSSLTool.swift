import Foundation
import ReleaseSigning
import Testing

/// The stock `openssl` program, in a folder of its own that is removed with it.
final class OpenSSLTool {
  static let path = ["/usr/bin/openssl", "/opt/homebrew/opt/openssl@3/bin/openssl"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static let isPresent = path != nil

  private let folder: URL

  init() throws {
    folder = URL.temporaryDirectory.appending(path: "openssl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }  // A folder left behind fails no test.

  /// Runs `openssl` with arguments split at blanks and returns its exit status.
  @discardableResult func run(_ arguments: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.path))
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }

  func readSecret(_ name: String) throws -> SecretBytes { SecretBytes(copying: try read(name)) }
}
