internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import VersionFiles

/// The files that hold the version, with the next one in them.
struct VersionFileChanges {
  let repository: GitRepository
  /// The commit whose files are changed.
  let head: String
  let files: [VersionFile]
  /// The folder of the component; empty for the root.
  let folder: String

  /// Adds to what the release commit changes.
  ///
  /// - Throws: `CutRefusal.versionFile`, `GitError`.
  func add(_ version: Version, to changes: inout [CutPlan.FileChange]) throws {
    let modes = files.isEmpty ? [:] : try repository.modes(of: files.map(\.path), at: head)
    for file in files {
      let place =
        try changes.firstIndex { $0.path == file.path } ?? append(file, modes[file.path], to: &changes)
      changes[place].bytes = try written(version, into: changes[place].bytes, of: file)
    }
    changes.removeAll { $0.old == $0.bytes }
  }

  private func append(
    _ file: VersionFile, _ mode: String?, to changes: inout [CutPlan.FileChange]
  ) throws -> Int {
    guard let mode else { throw CutRefusal.versionFile(file.path, .notTracked) }
    guard mode.utf8.starts(with: "100".utf8), let bytes = try repository.file(file.path, at: head) else {
      throw CutRefusal.versionFile(file.path, .notAFile)
    }
    changes.append(.init(path: file.path, old: bytes, bytes: bytes, isExecutable: mode == "100755"))
    return changes.count - 1
  }

  private func written(_ version: Version, into bytes: [UInt8], of file: VersionFile) throws -> [UInt8] {
    var bytes = bytes
    for context in try contexts(of: file) {
      do { bytes = try file.format.writing(version, into: bytes, context: context) } catch {
        throw CutRefusal.versionFile(file.path, .text(error))
      }
    }
    return bytes
  }
}

extension VersionFileChanges {
  /// What a lock has to know of the packages whose versions are written.
  private func contexts(of file: VersionFile) throws -> [VersionFileContext] {
    switch file.format {
    case .npmLock: npmFolders(below: file.path.folder).map { VersionFileContext(folder: $0) }
    case .cargoLock: [VersionFileContext(packages: try cargoPackages(below: file.path.folder))]
    case .pythonLock: [VersionFileContext(packages: try pythonPackages(beside: file.path.folder))]
    default: [VersionFileContext()]
    }
  }

  /// The folders of the packages, seen from the lock's.
  private func npmFolders(below lock: String) -> [String] {
    let manifests = files.filter { $0.format == .npmManifest }.map(\.path.folder)
    let folders = (manifests.isEmpty ? [folder] : manifests).compactMap { $0.relative(to: lock) }
    return folders.isEmpty ? [""] : folders
  }

  /// The crates whose manifests are written, and those that take the version of the workspace when that is.
  private func cargoPackages(below lock: String) throws -> Set<String> {
    let written = Set(files.filter { $0.format == .cargoManifest }.map(\.path))
    let writesWorkspace = written.contains("Cargo.toml".below(lock))
    var packages: Set<String> = []
    for path in try repository.files(at: head)
    where path.name == "Cargo.toml" && path.folder.relative(to: lock) != nil {
      let manifest = try read(path) { (bytes) throws(VersionFileError) in try CargoManifest(parsing: bytes) }
      guard let name = manifest?.packageName else { continue }
      let inherits = manifest?.inheritsVersion ?? false
      if inherits ? writesWorkspace : written.contains(path) { packages.insert(name) }
    }
    return packages
  }

  private func pythonPackages(beside lock: String) throws -> Set<String> {
    let written = files.filter { $0.format == .pythonProject }.map(\.path)
    let paths = written.isEmpty ? ["pyproject.toml".below(lock)] : written
    let names = try paths.compactMap { path in
      try read(path) { (bytes) throws(VersionFileError) in try PythonProject(parsing: bytes) }?.name
    }
    return Set(names)
  }

  private func read<Value>(
    _ path: String, by parse: ([UInt8]) throws(VersionFileError) -> Value
  ) throws -> Value? {
    guard let bytes = try repository.file(path, at: head) else { return nil }
    do { return try parse(bytes) } catch { throw CutRefusal.versionFile(path, .text(error)) }
  }
}

extension String {
  /// The folder of a path; empty for the root.
  fileprivate var folder: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) } ?? ""
  }

  /// The last part of a path.
  fileprivate var name: String {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[utf8.index(after: $0)...]) } ?? self
  }

  /// A name in a folder.
  fileprivate func below(_ folder: String) -> String { folder.isEmpty ? self : "\(folder)/\(self)" }

  /// The path of a folder seen from another that holds it; nil when that does not.
  fileprivate func relative(to other: String) -> String? {
    if other.isEmpty { return self }
    if utf8.elementsEqual(other.utf8) { return "" }
    guard utf8.starts(with: (other + "/").utf8) else { return nil }
    return String(Substring(utf8.dropFirst(other.utf8.count + 1)))
  }
}
