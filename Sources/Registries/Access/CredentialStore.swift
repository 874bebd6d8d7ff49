package import Effects
internal import OCIImages

/// Where credentials for registries are: the files that `docker login` and `skopeo login` write, and helper programs.
///
/// `REGISTRY_AUTH_FILE` names the only file when it is set. Else those of docker and of containers are looked through, and
/// the first that knows the registry counts.
package struct CredentialStore: Sendable {
  private let files: any Files
  private let subprocesses: any Subprocesses
  private let environment: [String: String]

  /// The credentials that an environment leads to.
  package init(files: any Files, subprocesses: any Subprocesses, environment: [String: String]) {
    self.files = files
    self.subprocesses = subprocesses
    self.environment = environment
  }

  /// Returns what a registry is to be told; nil: nothing is known, so it is asked without a name.
  ///
  /// - Throws: `CredentialError` for a file or a helper that should know and does not work.
  package func credentials(
    for registry: String, repository: String
  ) throws(CredentialError) -> Credentials? {
    for path in try paths() {
      guard var source = try read(path)?.source(of: registry, repository: repository) else { continue }
      if case .helper(let name) = source { source = try ask(name, about: registry) }
      if let found = Credentials(source) { return found }
    }
    return nil
  }

  private func paths() throws(CredentialError) -> [String] {
    if let named = environment["REGISTRY_AUTH_FILE"], !named.isEmpty {
      let status: FileStatus?
      do { status = try files.status(named) } catch { throw .unreadable(error) }
      guard status != nil else { throw .missing(path: named) }
      return [named]
    }
    let home = environment["HOME"] ?? ""
    let docker = environment["DOCKER_CONFIG"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.docker"
    let containers = environment["XDG_RUNTIME_DIR"].map { ["\($0)/containers/auth.json"] } ?? []
    return ["\(docker)/config.json"] + containers + ["\(home)/.config/containers/auth.json"]
  }

  private func read(_ path: String) throws(CredentialError) -> DockerConfiguration? {
    let bytes: [UInt8]?
    do { bytes = try files.readIfPresent(path, limit: 1 << 20) } catch { throw .unreadable(error) }
    guard let bytes else { return nil }
    do { return try DockerConfiguration(parsing: bytes) } catch { throw .malformed(path: path, error) }
  }

  /// Asks a helper: `docker-credential-NAME get`, the server's name on its standard input.
  private func ask(_ name: String, about registry: String) throws(CredentialError) -> CredentialSource {
    let program = "docker-credential-\(name)"
    let server = DockerConfiguration.serverURL(of: registry)
    let result: SubprocessResult
    do {
      result = try subprocesses.run(
        Subprocess(
          argv: [program, "get"], environment: environment, input: Array(server.utf8), timeout: 30,
          outputLimit: 1 << 20))
    } catch { throw .helperNotRun(program, error) }
    // One that has nothing for the registry says so, and fails.
    guard let answer = try? HelperAnswer(parsing: result.output),
      result.status == .exited(0) || answer.source == .none
    else { throw .helperFailed(program, said: Self.words(result)) }
    return answer.source
  }

  /// What it said apart from its answer, which holds secrets.
  private static func words(_ result: SubprocessResult) -> String {
    if result.didTimeOut { return "no answer within 30 s" }
    guard result.status != .exited(0) else { return "its answer is not in the form that helpers use" }
    let said = result.errorOutput.prefix(500)
    return said.isEmpty ? "it said nothing" : String(decoding: said, as: UTF8.self)
  }
}
