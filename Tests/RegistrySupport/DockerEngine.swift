internal import Effects
internal import Foundation
internal import WorldSupport

/// A Docker engine of its own, in a temporary folder; it ends with the tests' process and takes all that it ran with it.
package final class DockerEngine: Sendable {
  /// The network of its containers.
  package enum Network: String, Sendable {
    /// None: many engines may run side by side.
    case none
    /// The bridge `docker0`, which only one engine of a machine can have.
    case bridge
  }

  /// The path of its socket.
  package let socket: String
  private let part: KeptPart

  private static let programs = RealPrograms("dockerd", "docker", "iptables", "ip")

  /// The one for all tests that only add to it.
  package static let shared = Result { try DockerEngine() }

  /// Whether tests that need one are to run: in CI always, elsewhere where this machine lets one run.
  package static let isAvailable: Bool = {
    if RealPrograms.isCI { return true }
    guard programs.missing.isEmpty, geteuid() == 0 else { return false }
    return (try? shared.get()) != nil  // Why it does not run is thrown where CI asks for it.
  }()

  /// Starts one.
  package init(network: Network = .none) throws {
    part = try KeptPart("engine.py", network.rawValue, needing: Self.programs)
    socket = try part.fact("socket")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  /// Where `docker` keeps its settings; it goes with the engine.
  private var home: String { part.path("home") }

  /// Builds an image from a folder with a `Dockerfile`, and returns its id.
  @discardableResult
  package func build(_ context: String, name: String, arguments: [String] = []) throws -> String {
    try run(["build", "--quiet", "--pull=false", "--tag", name] + arguments + [context])
  }

  /// Pushes an image to the registry in its name, and returns the digest of the manifest there.
  @discardableResult
  package func push(_ name: String) throws -> String {
    let said = try run(["push", name])
    guard let match = said.firstMatch(of: /digest: (sha256:[0-9a-f]{64}) size:/) else {
      throw Failure(arguments: ["push", name], said: said)
    }
    return String(match.output.1)
  }

  /// Pulls an image by the name of its tag or, better, its digest.
  package func pull(_ name: String) throws { try run(["pull", "--quiet", name]) }

  /// Runs an image that is there, and returns what it wrote.
  package func start(_ name: String, _ words: String...) throws -> String {
    try run(["run", "--rm", "--pull", "never", "--network", "none", name] + words)
  }

  /// Removes an image.
  package func remove(_ name: String) throws { try run(["image", "rm", "--force", name]) }

  /// Returns what the engine knows of an image, as JSON.
  package func inspect(_ name: String) throws -> String { try run(["image", "inspect", name]) }

  /// Keeps a registry's own account for pushing and pulling.
  package func logIn(to registry: LocalRegistry) throws {
    guard let account = registry.account else { return }
    try run(["login", "--username", account.user, "--password", account.password, registry.address])
  }

  /// The variables with which other programs find this engine.
  package var environment: [String: String] {
    let ours = ["DOCKER_HOST": "unix://\(socket)", "DOCKER_BUILDKIT": "0"]
    return RealPrograms.environment(home: home).merging(ours) { $1 }
  }

  /// Runs `docker` with any arguments, and returns what it wrote without the last line's end.
  ///
  /// - Throws: `Failure` for any status but 0.
  @discardableResult
  package func run(_ arguments: [String]) throws -> String {
    let result = try Scratch.programs.run(
      Subprocess(
        argv: ["docker"] + arguments, directory: home, environment: environment, timeout: 120))
    guard result.status == .exited(0) else {
      throw Failure(arguments: arguments, said: String(decoding: result.errorOutput, as: UTF8.self))
    }
    let text = String(decoding: result.output, as: UTF8.self)
    return text.utf8.last == UInt8(ascii: "\n") ? String(text.dropLast()) : text
  }

  /// It did not do what it was asked.
  package struct Failure: Error {
    package let arguments: [String]
    package let said: String
  }

  /// Ends it with all that it runs, and waits until nothing is left of it.
  package func stop() { part.stop() }
}
