import Effects
import Foundation
import HTTPTransport

/// What curl finds around it, without what the machine's own surroundings say about proxies and certificates; and a
/// folder for temporary files, which goes with it.
final class Surroundings: Sendable {
  private let environment: [String: String]
  /// The folder for temporary files.
  let folder: String
  /// A text that tells the programs which were started here from others.
  let mark = UUID().uuidString

  init() throws {
    folder = try LiveFiles(temporaryRoot: NSTemporaryDirectory()).temporaryDirectory(prefix: "http-")
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "TMPDIR": folder, "TEST_MARK": mark,
    ]
  }

  deinit {
    // A folder that stays is no failure of what was tested.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The network there.
  func network(_ more: [String: String] = [:]) -> CurlNetwork {
    CurlNetwork(inheriting: environment.merging(more) { _, new in new })
  }

  /// The numbers of the programs that run there now.
  func programs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { name in
      Int(name) != nil && contents("environ", of: name).contains("TEST_MARK=\(mark)")
    }
  }

  /// The entries of a file that the kernel keeps about a program; none when that has ended.
  func contents(_ file: String, of program: String) -> [String] {
    let bytes = FileManager.default.contents(atPath: "/proc/\(program)/\(file)") ?? Data()
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Waits until as many programs run there as wanted, a minute at most, and returns their numbers.
  func programs(untilThereAre count: Int) async throws -> [String] {
    for _ in 0..<9_000 {
      let found = try programs().filter { contents("cmdline", of: $0).first == "curl" }
      if found.count == count { return found }
      try await Task.sleep(for: .milliseconds(20))
    }
    return try programs()
  }
}
