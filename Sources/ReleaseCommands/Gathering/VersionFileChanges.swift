internal import Effects
internal import ReleasePlanning
internal import SemanticVersions
internal import VersionFiles

/// The files that hold the version, with the next one in them.
struct VersionFileChanges {
  /// The files as they are.
  let tracked: TrackedFiles
  let files: [VersionFile]
  /// The folder of the component; empty for the root.
  let folder: String

  /// Adds to what the release commit changes.
  ///
  /// - Throws: `CutRefusal.versionFile`, `GitError`.
  func add(_ version: Version, to changes: inout [CutPlan.FileChange]) throws {
    for file in files {
      let place = try changes.firstIndex { $0.path == file.path } ?? append(file.path, to: &changes)
      changes[place].bytes = try written(version, into: changes[place].bytes, of: file)
    }
    changes.removeAll { $0.old == $0.bytes }
  }

  private func append(_ path: String, to changes: inout [CutPlan.FileChange]) throws -> Int {
    guard let change = try tracked.change(of: path) else {
      throw CutRefusal.versionFile(path, .notTracked)
    }
    changes.append(change)
    return changes.count - 1
  }

  private func written(_ version: Version, into bytes: [UInt8], of file: VersionFile) throws -> [UInt8] {
    var bytes = bytes
    for context in try contexts(of: file) {
      do { bytes = try file.format.writing(version, into: bytes, context: context) } catch {
        // A package beside those of the lock.
        if case .notFound = error, !context.folder.isEmpty, file.format == .npmLock { continue }
        throw CutRefusal.versionFile(file.path, .text(error))
      }
    }
    return bytes
  }
}

extension VersionFileChanges {
  /// What a lock has to know of the packages whose versions are written.
  private func contexts(of file: VersionFile) throws -> [VersionFileContext] {
    let folder = PathText.parent(of: file.path)
    return switch file.format {
    case .npmLock: npmFolders(below: folder).map { VersionFileContext(folder: $0) }
    case .cargoLock: [VersionFileContext(packages: try cargoPackages(below: folder))]
    case .pythonLock: [VersionFileContext(packages: try pythonPackages(beside: folder))]
    default: [VersionFileContext()]
    }
  }

  /// The folders of the packages, seen from the lock's.
  private func npmFolders(below lock: String) -> [String] {
    let manifests = files.filter { PathText.name(of: $0.path) == "package.json" }
      .map { PathText.parent(of: $0.path) }
    let folders = (manifests.isEmpty ? [folder] : manifests).compactMap { PathText.relative($0, to: lock) }
    return folders.isEmpty ? [""] : folders
  }

  /// The crates whose manifests are written, and those that take the version of the workspace when that is.
  private func cargoPackages(below lock: String) throws -> Set<String> {
    let written = files.filter { $0.format == .cargoManifest }.map(\.path)
    var packages = Set(try written.compactMap { try cargoManifest($0)?.packageName })
    guard written.contains(PathText.joined(lock, "Cargo.toml")) else { return packages }
    let others = try tracked.repository.files(at: tracked.commit).filter {
      PathText.name(of: $0) == "Cargo.toml" && PathText.relative(PathText.parent(of: $0), to: lock) != nil
    }
    for bytes in try tracked.repository.contents(of: others.map { "\(tracked.commit):\($0)" }) {
      // What is no manifest, such as the bad example of a test, has no version to take over.
      guard let manifest = bytes.flatMap({ try? CargoManifest(parsing: $0) }), manifest.inheritsVersion else {
        continue
      }
      packages.formUnion([manifest.packageName].compactMap(\.self))
    }
    return packages
  }

  private func cargoManifest(_ path: String) throws -> CargoManifest? {
    try read(path) { (bytes) throws(VersionFileError) in try CargoManifest(parsing: bytes) }
  }

  private func pythonPackages(beside lock: String) throws -> Set<String> {
    let written = files.filter { $0.format == .pythonProject }.map(\.path)
    let paths = written.isEmpty ? [PathText.joined(lock, "pyproject.toml")] : written
    let names = try paths.compactMap { path in
      try read(path) { (bytes) throws(VersionFileError) in try PythonProject(parsing: bytes) }?.name
    }
    return Set(names)
  }

  private func read<Value>(
    _ path: String, by parse: ([UInt8]) throws(VersionFileError) -> Value
  ) throws -> Value? {
    guard let bytes = try tracked.repository.file(path, at: tracked.commit) else { return nil }
    do { return try parse(bytes) } catch { throw CutRefusal.versionFile(path, .text(error)) }
  }
}
