internal import Effects
package import ReleaseManifests
package import ReleaseSigning
internal import Rollouts

extension DirectoryTarget {
  /// Lists and hashes what a folder holds.
  func inventory(of folder: String) throws(TargetError) -> Inventory {
    Inventory(try entries(of: folder, at: ""))
  }

  private func entries(of folder: String, at path: String) throws(TargetError) -> [Inventory.Entry] {
    var entries: [Inventory.Entry] = []
    for name in try onFiles({ (files) throws(FileError) in try files.list(folder + path) }) {
      let place = "\(path)/\(name)"
      switch try onFiles({ (files) throws(FileError) in try files.status(folder + place) })?.kind {
      case .directory: entries += try self.entries(of: folder, at: place)
      case .symlink: entries.append(.link(path: place, target: try linkTarget(folder + place)))
      default: entries.append(try file(place, of: folder))
      }
    }
    return entries
  }

  private func file(_ path: String, of folder: String) throws(TargetError) -> Inventory.Entry {
    let hashed = try onFiles { (files) throws(FileError) in try files.copyHashing(folder + path, to: nil) }
    return .file(path: path, sha256: hashed.digest, isExecutable: hashed.isExecutable)
  }

  private func linkTarget(_ path: String) throws(TargetError) -> String {
    try onFiles { (files) throws(FileError) in try files.readSymlink(path) } ?? ""
  }

  package func holds(_ release: ReleaseReference, inventory known: Digest?) throws(TargetError) -> Bool {
    let folder = folder(of: release)
    guard let known, try identity(of: folder)?.isSame(as: release) == true else { return false }
    let bytes = try onFiles { (files) throws(FileError) in
      try files.readIfPresent("\(folder)/\(Inventory.name)", limit: 256 << 20)
    }
    guard let bytes, Digest.sha256(bytes) == known, let inventory = Inventory(parsing: bytes) else {
      return false
    }
    for entry in inventory.entries where try !isIntact(entry, of: folder) { return false }
    return true
  }

  /// What the service has written beside its files is its own affair; what was put there must be there.
  private func isIntact(_ entry: Inventory.Entry, of folder: String) throws(TargetError) -> Bool {
    switch entry {
    case .link(let path, let target):
      let kind = try onFiles { (files) throws(FileError) in try files.status(folder + path) }?.kind
      guard kind == .symlink else { return false }
      return try linkTarget(folder + path) == target
    case .file(let path, _, _):
      let kind = try onFiles { (files) throws(FileError) in try files.status(folder + path) }?.kind
      guard kind == .file else { return false }
      return try file(path, of: folder) == entry
    }
  }
}
