import Effects
import Foundation
import HTTPTransport
import OCIImages
import Registries
import ReleaseSigning
import WorldSupport

/// The client under test, with a home of its own.
struct Client: Sendable {
  let scratch: Scratch
  let world: World
  let settings: RegistrySettings
  let repository: ImageRepository

  /// How a client is to be.
  struct Wish: Sendable {
    var repository = "tests/\(UInt64.random(in: 0 ... .max))"
    /// The file of credentials, as `docker login` writes it.
    var credentials = "{}"
    var authority: String?
    var plainHTTP: Set<String> = []
    var retries = RetryPolicy(attempts: 4, pause: 0.01)
    var chunk: Int64?
    var network: any Network = CurlNetwork()
    var variables: [String: String] = [:]
    /// Programs of the client's own `PATH`, by name.
    var programs: [String: String] = [:]
  }

  init(_ address: String, _ change: (inout Wish) -> Void = { _ in }) throws {
    var wish = Wish()
    change(&wish)
    scratch = try Scratch()
    try scratch.write(".docker/config.json", wish.credentials, mode: 0o600)
    for (name, script) in wish.programs { try scratch.write("bin/\(name)", script, mode: 0o755) }
    let path = "\(scratch.at("bin")):" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    let variables = ["HOME": scratch.path, "PATH": path].merging(wish.variables) { $1 }
    world = World(
      files: scratch.files, subprocesses: LiveSubprocesses(inheriting: variables), network: wish.network,
      clock: LiveClock(), environment: variables, directory: scratch.path,
      readInput: { _ throws(FileError) in [] })
    let store = CredentialStore(
      files: world.files, subprocesses: world.subprocesses, environment: variables)
    settings = RegistrySettings(
      credentials: store, plainHTTP: wish.plainHTTP, authorities: wish.authority, retries: wish.retries,
      chunk: wish.chunk)
    let image = try ImageName(parsing: "\(address)/\(wish.repository)")
    repository = ImageRepository(of: image, in: Registry(of: image, in: world, settings))
  }

  /// Another repository of the same registry, over what is known of it already.
  func neighbour(_ path: String) throws -> ImageRepository {
    let image = try ImageName(parsing: "\(repository.registry.name)/\(path)")
    return ImageRepository(of: image, in: repository.registry)
  }

  /// The text of a file of credentials with one account.
  static func account(_ address: String, _ user: String, _ password: String) -> String {
    let auth = Data("\(user):\(password)".utf8).base64EncodedString()
    return "{\"auths\":{\"\(address)\":{\"auth\":\"\(auth)\"}}}"
  }
}

/// Returns what a piece of work throws.
func problem(_ work: () async throws -> Void) async -> RegistryError? {
  do { try await work() } catch { return error as? RegistryError }
  return nil
}

/// Returns the name of the case that a piece of work throws, and that of the error in it: `network.tooLarge`.
func fault(_ work: () async throws -> Void) async -> String? {
  do { try await work() } catch { return name(of: error) }
  return nil
}

private func name(of error: any Error) -> String {
  guard let child = Mirror(reflecting: error).children.first else { return "\(error)" }
  let payload = Mirror(reflecting: child.value)
  let parts = [child.value] + payload.children.map(\.value)
  let inner = parts.lazy.compactMap { $0 as? any Error }.first
  return (child.label ?? "") + (inner.map { "." + name(of: $0) } ?? "")
}
