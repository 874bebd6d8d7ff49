internal import Changelogs
internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning

/// The project in which a command works: its folder, its configuration, and its repository when there is one.
struct Workspace: Sendable {
  /// The repository's root, the bare repository, or the command's folder.
  let root: String
  /// The configuration, or the defaults.
  let configuration: Configuration
  /// The repository and what git says of it; nil outside of any.
  let git: (repository: GitRepository, facts: GitFacts)?

  /// A path of the configuration, seen from the root.
  func path(_ configured: String) -> String {
    configured.utf8.first == UInt8(ascii: "/") ? configured : "\(root)/\(configured)"
  }

  /// Returns the repository.
  ///
  /// - Throws: `GitError.notARepository`.
  func repository() throws(GitError) -> GitRepository {
    guard let git else { throw .notARepository(directory: root) }
    return git.repository
  }

  /// The folder in which our own files lie: manifests and, by default, the ledger.
  var stateFolder: String { "\(root)/.release" }
}

extension Session {
  /// Finds the project around the command's folder.
  ///
  /// - Throws: `ConfigurationError`, `FileError`, `GitError` for anything but that there is no repository.
  func workspace() throws -> Workspace {
    let found = try repository.factsIfAny().map { facts in
      let root = facts.workTree ?? facts.gitDirectory
      return (
        GitRepository(directory: root, subprocesses: world.subprocesses, environment: childEnvironment), facts
      )
    }
    let root = found?.0.directory ?? directory
    return Workspace(
      root: root, configuration: try configuration(root: root, git: found), git: found.map { ($0.0, $0.1) })
  }

  private func configuration(root: String, git: (GitRepository, GitFacts)?) throws -> Configuration {
    if let named = configuration {
      return try Configuration(parsing: world.files.read(path(named), limit: 1 << 20))
    }
    if let (repository, facts) = git, facts.isBare {
      // An empty repository has no head, and no configuration in it.
      guard let head = try? repository.commit("HEAD") else { return Configuration() }
      return try repository.file("release.json", at: head).map { try Configuration(parsing: $0) }
        ?? Configuration()
    }
    let bytes = try world.files.readIfPresent("\(root)/release.json", limit: 1 << 20)
    return try bytes.map { try Configuration(parsing: $0) } ?? Configuration()
  }
}

extension Workspace {
  /// The project's name: configured, or the trust root's, or the remote's path, or the folder's name.
  func project(trust: TrustRoot?) throws(GitError) -> String {
    if let project = configuration.project ?? trust?.project { return project }
    if let url = try git?.repository.remoteURL("origin"), let path = PublicAddress(remoteURL: url)?.path {
      return path
    }
    let name = root.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? "project"
    return Identifier.isName(name) ? name : "project"
  }
}
