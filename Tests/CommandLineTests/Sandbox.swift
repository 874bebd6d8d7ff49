import Effects
import Foundation
import ReleaseCommands
import ReleaseConsole
import StrictJSON
import Synchronization

/// A folder for one test with a home, a git configuration and a clock of its own; it goes with the test.
final class Sandbox: Sendable {
  /// The folder in which the test works.
  let work: String
  private let root: String
  private let files = LiveFiles()

  init() throws {
    root = try files.temporaryDirectory(prefix: "release-story-")
    work = "\(root)/work"
    for folder in ["work", "home", "tmp"] { try files.makeDirectory("\(root)/\(folder)") }
    try write(Self.gitConfiguration, to: "\(root)/home/gitconfig")
  }

  deinit {
    // What a test leaves behind must not change its outcome.
    try? files.remove(root)
  }

  private static let gitConfiguration = """
    [init]
    \tdefaultBranch = main
    [advice]
    \tdetachedHead = false
    [user]
    \tname = Ada Lovelace
    \temail = ada@example.org

    """

  /// The moment at which a test begins.
  static let dawn = "2026-01-05T10:00:00Z"

  /// What programs find in their environment: nothing of the machine's user.
  var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "\(root)/home",
      "TMPDIR": "\(root)/tmp", "GIT_CONFIG_GLOBAL": "\(root)/home/gitconfig",
      "GIT_CONFIG_SYSTEM": "/dev/null",
      "TZ": "UTC", "LC_ALL": "C", "RELEASE_ACTOR": "ada", "RELEASE_KEY": "\(work)/keys/release.pem",
    ]
  }

  /// The world of a command that begins at `now`.
  func world(
    in directory: String, at now: String = dawn, adding variables: [String: String] = [:]
  ) throws -> World {
    World(
      files: LiveFiles(temporaryRoot: "\(root)/tmp"), subprocesses: LiveSubprocesses(inheriting: environment),
      network: NoNetwork(), clock: FixedClock(try Timestamp(parsing: now)),
      environment: environment.merging(variables) { _, ours in ours }, directory: directory,
      readInput: { _ in [] })
  }

  /// Writes a text and the folders that it needs.
  func write(_ text: String, to path: String) throws {
    try files.makeDirectory((path as NSString).deletingLastPathComponent)
    try files.write(Array(text.utf8), to: path, mode: 0o644)
  }
}

/// A network that nobody can reach.
struct NoNetwork: Network {
  func send(
    _ request: HTTPRequest, handingOn take: @escaping @Sendable (HTTPPiece) -> Void
  ) async throws(NetworkError) -> HTTPResponse {
    throw .refused(url: request.url)
  }
}

/// How a command ended and what it wrote.
struct Ended: Sendable {
  let exit: Int32
  let output: String
  let errorOutput: String

  /// All that a person saw.
  var everything: String { "[exit \(exit)]\n\(output)\(errorOutput)" }
}

extension Ended {
  init(_ result: SubprocessResult) {
    exit = if case .exited(let status) = result.status { status } else { -1 }
    output = String(decoding: result.output, as: UTF8.self)
    errorOutput = String(decoding: result.errorOutput, as: UTF8.self)
  }
}

/// Runs `release` in this process.
func release(_ words: [String], in world: World) async -> Ended {
  let (output, errorOutput) = (Collected(), Collected())
  let code = await Program.run(
    words, in: world, to: Program.Streams(output: output.add, errorOutput: errorOutput.add))
  return Ended(exit: code.rawValue, output: output.text, errorOutput: errorOutput.text)
}

/// What a stream was sent.
final class Collected: Sendable {
  private let bytes = Mutex([UInt8]())

  func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
