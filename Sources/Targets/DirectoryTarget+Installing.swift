internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning

extension DirectoryTarget {
  /// Puts a release beside the others, complete or not at all: everything happens in a folder of its own that gets
  /// its name at the end.
  func install(_ release: VerifiedManifest, from artifacts: String?) throws(TargetError) -> Digest {
    guard !release.manifest.artifacts.isEmpty else { throw .nothingToDeploy }
    guard let artifacts else { throw .artifactsNeeded }
    let staging = stagingFolder(of: release.reference)
    do {
      try stage(release, from: artifacts, in: staging)
      let inventory = try inventory(of: "\(staging)/content")
      try onFiles { (files) throws(FileError) in
        try files.write(inventory.bytes, to: "\(staging)/content/\(Inventory.name)", mode: 0o644)
        try files.remove(folder(of: release.reference))
        try files.rename("\(staging)/content", to: folder(of: release.reference))
        try files.remove(staging)
      }
      return inventory.digest
    } catch {
      // The first failure is the one to tell of; a staging folder that stays is removed by the next attempt.
      try? files.remove(staging)
      throw error
    }
  }

  private func stage(_ release: VerifiedManifest, from artifacts: String, in staging: String)
    throws(TargetError)
  {
    let content = "\(staging)/content"
    try onFiles { (files) throws(FileError) in
      try files.remove(staging)
      try files.makeDirectory(content)
    }
    let common = PlainFiles(release.manifest.artifacts, root: settings.root)
    for artifact in release.manifest.artifacts {
      if let archive = Archive(artifact.path) {
        let file = "\(staging)/archive"
        try copy(artifact, from: artifacts, to: file)
        try unpack(archive, file, of: artifact.path, into: content)
        // Before anything else is written here: it could be written through a link.
        try refuseEscapes(in: content, at: "")
      } else {
        try place(artifact, from: artifacts, at: "\(content)/\(common.place(of: artifact.path))")
      }
    }
    try onFiles { (files) throws(FileError) in
      try files.write(release.envelope.bytes, to: "\(content)/\(Self.manifestName)", mode: 0o644)
    }
  }

  /// Copies a file and hashes what is copied: what was checked is what is used.
  private func copy(
    _ artifact: Manifest.Artifact, from folder: String, to destination: String
  ) throws(TargetError) {
    let copied: HashedFile
    do {
      try files.remove(destination)
      copied = try files.copyHashing("\(folder)/\(artifact.path)", to: destination)
    } catch .notFound {
      throw .artifactMissing(artifact.path, folder: folder)
    } catch {
      throw .file(error)
    }
    guard copied.digest == artifact.sha256 else {
      throw .artifactMismatch(artifact.path, expected: artifact.sha256, found: copied.digest)
    }
    guard copied.isExecutable == artifact.isExecutable else {
      throw .artifactMode(artifact.path, isProgram: copied.isExecutable)
    }
  }

  private func place(_ artifact: Manifest.Artifact, from folder: String, at path: String) throws(TargetError)
  {
    let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? path
    try onFiles { (files) throws(FileError) in try files.makeDirectory(parent) }
    try copy(artifact, from: folder, to: path)
  }

  private func unpack(
    _ archive: Archive, _ file: String, of path: ArtifactPath, into folder: String
  ) throws(TargetError) {
    let command = archive.command(unpacking: file, into: folder)
    let result = try run(command, timeout: 600)
    guard result.status == .exited(0) else {
      let said = String(decoding: result.errorOutput.suffix(2000), as: UTF8.self)
      throw .unpack(path, program: command[0], message: said)
    }
    try onFiles { (files) throws(FileError) in try files.remove(file) }
  }

  /// A link of the release must stay in the release, and nothing but files, folders and links belongs there.
  private func refuseEscapes(in root: String, at path: String) throws(TargetError) {
    for name in try onFiles({ (files) throws(FileError) in try files.list(root + path) }) {
      let entry = "\(path)/\(name)"
      switch try onFiles({ (files) throws(FileError) in try files.status(root + entry) })?.kind {
      case .directory: try refuseEscapes(in: root, at: entry)
      case .symlink:
        let target = try onFiles { (files) throws(FileError) in try files.readSymlink(root + entry) } ?? ""
        if LinkTarget.escapes(target, from: path) { throw .linkEscapes(entry, target: target) }
      case .other: throw .file(.notRegular(path: entry, kind: .other))
      case .file, nil: break
      }
    }
  }
}
