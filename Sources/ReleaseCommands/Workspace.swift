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
  /// The repository and what git says of it, or why there is none: a deploy host needs no git to verify.
  var git: Result<Git, GitError> { findGit() }
  private let findGit: @Sendable () -> Result<Git, GitError>

  init(
    root: String, configuration: Configuration, git findGit: @escaping @Sendable () -> Result<Git, GitError>
  ) {
    self.root = root
    self.configuration = configuration
    self.findGit = findGit
  }

  /// A repository and what git says of it.
  struct Git: Sendable {
    let repository: GitRepository
    let facts: GitFacts
  }

  /// A path of the configuration, seen from the root.
  func path(_ configured: String) -> String {
    configured.utf8.first == UInt8(ascii: "/") ? configured : "\(root)/\(configured)"
  }

  /// Returns the repository.
  ///
  /// - Throws: `GitError`: why there is none.
  func repository() throws(GitError) -> GitRepository { try git.get().repository }

  /// What git says of the repository; nil where there is none.
  var facts: GitFacts? {
    if case .success(let git) = git { git.facts } else { nil }
  }

  /// The folder in which our own files lie: manifests and, by default, the ledger.
  var stateFolder: String { "\(root)/.release" }
}

extension Session {
  /// Finds the project around the command's folder.
  ///
  /// - Throws: `ConfigurationError`, `FileError`; that git is missing or says no is for those to tell who need it.
  func workspace() throws -> Workspace {
    guard try world.files.status(directory) != nil else { throw FileError.notFound(path: directory) }
    let git = git()
    let root = if case .success(let git) = git { git.repository.directory } else { directory }
    return Workspace(root: root, configuration: try configuration(root: root, git: git)) { git }
  }

  /// Finds the project around the command's folder by looking at the folders, and asks git only when somebody needs it: to
  /// start a program takes longer than to verify a manifest.
  ///
  /// - Throws: as ``workspace()``.
  func workspaceWithoutGit() throws -> Workspace {
    guard try world.files.status(directory) != nil else { throw FileError.notFound(path: directory) }
    guard let root = try ProjectFolder(directory, in: world).root else { return try workspace() }
    let bytes =
      try configuration.map { try world.files.read(path($0), limit: 1 << 20) }
      ?? world.files.readIfPresent("\(root)/release.json", limit: 1 << 20)
    return Workspace(
      root: root, configuration: try bytes.map { try Configuration(parsing: $0) } ?? Configuration()
    ) {
      git()
    }
  }

  private func git() -> Result<Workspace.Git, GitError> {
    do {
      let facts = try repository.facts()
      let root = facts.workTree ?? facts.gitDirectory
      let repository = GitRepository(
        directory: root, subprocesses: world.subprocesses, environment: childEnvironment)
      return .success(Workspace.Git(repository: repository, facts: facts))
    } catch {
      console.verbose("no repository: \(GitWording.diagnostic(of: error).problem)")
      return .failure(error)
    }
  }

  private func configuration(root: String, git: Result<Workspace.Git, GitError>) throws -> Configuration {
    if let named = configuration {
      return try Configuration(parsing: world.files.read(path(named), limit: 1 << 20))
    }
    if case .success(let git) = git, git.facts.isBare { return try configuration(ofBare: git.repository) }
    let bytes = try world.files.readIfPresent("\(root)/release.json", limit: 1 << 20)
    return try bytes.map { try Configuration(parsing: $0) } ?? Configuration()
  }
}

extension Session {
  /// The configuration that the head of a bare repository holds; an empty one has no head, and no configuration in it.
  private func configuration(ofBare repository: GitRepository) throws -> Configuration {
    guard let head = try? repository.commit("HEAD") else { return Configuration() }
    return try repository.file("release.json", at: head).map { try Configuration(parsing: $0) }
      ?? Configuration()
  }
}

extension Workspace {
  /// The project's name: configured, or the trust root's, or the remote's path, or the folder's name.
  func project(trust: TrustRoot?) throws(GitError) -> String {
    if let project = configuration.project ?? trust?.project { return project }
    if case .success(let git) = git, let url = try git.repository.remoteURL("origin"),
      let path = PublicAddress(remoteURL: url)?.path
    {
      return path
    }
    let name = root.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? "project"
    return Identifier.isName(name) ? name : "project"
  }
}
