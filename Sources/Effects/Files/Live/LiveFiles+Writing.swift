package import ReleaseSigning

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LiveFiles {
  package func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    let sibling = path.temporarySibling
    try createFile(at: sibling, for: path, mode: mode) { file throws(FileError) in
      try file.writeAll(bytes.span)
    }
    try moveOrDiscard(sibling, to: path)
  }

  package func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try createFile(at: path, mode: mode) { file throws(FileError) in try file.writeAll(bytes.span) }
    try synchronizeFolder(of: path)
  }

  package func createSecret(_ secret: SecretBytes, at path: String) throws(FileError) {
    try createFile(at: path, mode: 0o600) { file throws(FileError) in
      try secret.withBytes { bytes throws(FileError) in try file.writeAll(bytes) }
    }
    try synchronizeFolder(of: path)
  }

  package func rename(_ source: String, to destination: String) throws(FileError) {
    try moveEntry(source, to: destination)
    try synchronizeFolder(of: destination)
  }

  package func replaceSymlink(at path: String, pointingTo target: String) throws(FileError) {
    let sibling = path.temporarySibling
    guard !target.utf8.contains(0) else { throw .invalidName(path: target) }
    try onPath(sibling, "symlink", for: path) { link in unsafe symlink(target, link) }
    try moveOrDiscard(sibling, to: path)
  }

  package func readSymlink(_ path: String) throws(FileError) -> String? {
    guard let status = try FileIdentity(at: path) else { return nil }
    guard status.kind == .symlink else { throw .notSymlink(path: path, kind: status.kind) }
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = try onPath(path, "readlink") { Int32(unsafe readlink($0, &target, target.count)) }
    let bytes = target.prefix(Int(count)).map(UInt8.init(bitPattern:))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .invalidName(path: path)
    }
    return text
  }

  /// Puts a finished sibling in its place; a sibling that finds none is removed.
  private func moveOrDiscard(_ sibling: String, to path: String) throws(FileError) {
    do {
      try moveEntry(sibling, to: path, for: path)
    } catch {
      discard(sibling)
      throw error
    }
    try synchronizeFolder(of: path)
  }
}

/// Creates a file, lets `fill` write to it, and brings it to the disk where it shall last; a file that failed half-way
/// is removed.
func createFile<Result>(
  at path: String, for subject: String? = nil, mode: UInt32, isLasting: Bool = true,
  _ fill: (borrowing Descriptor) throws(FileError) -> Result
) throws(FileError) -> Result {
  let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode, for: subject)
  do {
    let result = try fill(file)
    if isLasting { try file.synchronize() }
    return result
  } catch {
    discard(path)
    throw error
  }
}

/// Moves an entry over another one; `subject` is named in errors in place of the source.
private func moveEntry(
  _ source: String, to destination: String, for subject: String? = nil
) throws(FileError) {
  guard !destination.utf8.contains(0) else { throw .invalidName(path: destination) }
  try onPath(source, "rename", for: subject) { unsafe rename($0, destination) }
}

/// Removes what we made ourselves on the way to a failure, which is the error to report, not this one.
private func discard(_ path: String) { _ = unsafe unlink(path) }

/// Brings the names in the folder above a path to the disk.
func synchronizeFolder(of path: String) throws(FileError) {
  do {
    try Descriptor(opening: path.parentFolder, O_RDONLY | O_DIRECTORY).synchronize()
  } catch .notPermitted {
    // Some folders may be written to and not be opened. What was to be done in it is done by now.
  }
}
