package import Effects
package import ReleaseManifests
package import ReleasePlanning
package import ReleaseSigning
package import Rollouts
internal import SemanticVersions

/// A folder with `releases/<version>-<digest>` and one link, `current`, that is switched in one step.
///
/// A release lies complete under its name before the link leads to it; `current` never leads to half a release.
package struct DirectoryTarget: Target {
  let root: String
  let settings: DirectoryConfiguration
  let files: any Files
  let subprocesses: any Subprocesses
  let variables: [String: String]

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - directory: what a relative `path` of the settings is relative to.
  ///   - variables: what the restart command finds in its environment.
  package init(
    _ settings: DirectoryConfiguration, relativeTo directory: String, files: any Files,
    subprocesses: any Subprocesses, variables: [String: String]
  ) {
    root = settings.path.utf8.first == UInt8(ascii: "/") ? settings.path : "\(directory)/\(settings.path)"
    self.settings = settings
    self.files = files
    self.subprocesses = subprocesses
    self.variables = variables
  }

  /// The name under which a release keeps the manifest that it was deployed from.
  static let manifestName = ".release-manifest.json"

  /// How the folders begin in which a release is put together.
  static let stagingPrefix = ".staging-"

  var link: String { "\(root)/current" }

  func name(of release: ReleaseReference) -> String {
    "\(release.version)-\(release.manifestDigest.hex.prefix(12))"
  }

  func folder(of release: ReleaseReference) -> String { "\(root)/releases/\(name(of: release))" }

  func stagingFolder(of release: ReleaseReference) -> String {
    "\(root)/releases/\(Self.stagingPrefix)\(release.manifestDigest.hex.prefix(12))"
  }

  package func running() throws(TargetError) -> RunningRelease? {
    guard let status = try onFiles({ (files) throws(FileError) in try files.status(link) }) else {
      return nil
    }
    guard status.kind == .symlink, let release = try identity(of: link) else { throw .foreign(path: link) }
    return release
  }

  package func prepare(
    _ release: VerifiedManifest, from artifacts: String?, inventory: Digest?
  ) throws(TargetError) -> Digest {
    let lock = try locked()
    defer { lock.unlock() }
    if let inventory, try holds(release.reference, inventory: inventory) { return inventory }
    return try install(release, from: artifacts)
  }

  package func apply(_ release: VerifiedManifest) throws(TargetError) {
    guard try identity(of: folder(of: release.reference))?.isSame(as: release.reference) == true else {
      throw .artifactsNeeded
    }
    let lock = try locked()
    defer { lock.unlock() }
    try onFiles { (files) throws(FileError) in
      try files.replaceSymlink(at: link, pointingTo: "releases/\(name(of: release.reference))")
    }
    try restart()
  }

  /// One process at a time puts releases here or switches.
  private func locked() throws(TargetError) -> FileLock {
    try onFiles { (files) throws(FileError) in
      try files.makeDirectory("\(root)/releases")
      return try files.lock("\(root)/.lock", as: "another promotion", waitingAtMost: 600)
    }
  }

  package func clear() throws(TargetError) {
    guard try running() != nil else { return }
    try onFiles { (files) throws(FileError) in try files.remove(link) }
  }

  package func retain(only releases: [ReleaseReference]) throws(TargetError) {
    let kept = Set(releases.map(name(of:)))
    let folder = "\(root)/releases"
    guard try onFiles({ (files) throws(FileError) in try files.status(folder) }) != nil else { return }
    for name in try onFiles({ (files) throws(FileError) in try files.list(folder) })
    where !kept.contains(name) {
      let path = "\(folder)/\(name)"
      // A staging folder is left by a process that died; this one holds the environment.
      let isStaging = name.utf8.starts(with: Self.stagingPrefix.utf8)
      if !isStaging, try identity(of: path) == nil { continue }
      try onFiles { (files) throws(FileError) in try files.remove(path) }
    }
  }

  package func plan(for release: ReleaseReference) -> [String] {
    ["unpack into \(folder(of: release))", "switch \(link)"]
      + (settings.restart.map { ["run \($0.joined(separator: " "))"] } ?? [])
  }

  /// What the manifest that lies in a release says; nil when there is none.
  func identity(of folder: String) throws(TargetError) -> RunningRelease? {
    let bytes = try onFiles { (files) throws(FileError) in
      try files.readIfPresent("\(folder)/\(Self.manifestName)", limit: 8 << 20)
    }
    // A file that is no manifest identifies nothing; whoever asks sees that something foreign is there.
    guard let bytes, let envelope = try? Envelope(parsing: bytes, expecting: PayloadType.statement),
      let manifest = try? Manifest(Statement(parsing: envelope.payload))
    else { return nil }
    return RunningRelease(version: manifest.version.description, manifestDigest: envelope.payloadDigest)
  }

  private func restart() throws(TargetError) {
    guard let command = settings.restart else { return }
    let result = try run(command, timeout: 300)
    guard result.status == .exited(0) else {
      let said = String(decoding: (result.errorOutput + result.output).suffix(2000), as: UTF8.self)
      throw .restart(command: command, message: result.didTimeOut ? "no answer within 300 s" : said)
    }
  }

  func run(_ command: [String], timeout: Double) throws(TargetError) -> SubprocessResult {
    do {
      return try subprocesses.run(
        Subprocess(argv: command, directory: root, environment: variables, timeout: timeout))
    } catch {
      throw .program(error)
    }
  }

  @discardableResult
  func onFiles<T>(_ work: (any Files) throws(FileError) -> T) throws(TargetError) -> T {
    do { return try work(files) } catch { throw .file(error) }
  }
}
