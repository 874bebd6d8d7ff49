#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension LiveFiles {
  /// How deep folders may be nested to be removed: each level holds a descriptor and a stack frame.
  package static let removalDepth = 256

  package func remove(_ path: String) throws(FileError) {
    guard !path.utf8.contains(0) else { throw .invalidName(path: path) }
    let name = path.utf8.map(CChar.init(bitPattern:)) + [0]
    try Removal(path: path).remove(name, in: AT_FDCWD, depth: 0)
  }
}

/// The removal of one tree: by name within open folders, so that no folder swapped for a link leads it
/// astray.
private struct Removal {
  let path: String

  func remove(_ name: DirectoryStream.Name, in folder: Int32, depth: Int) throws(FileError) {
    guard depth <= LiveFiles.removalDepth else { throw .tooDeep(path: path, limit: LiveFiles.removalDepth) }
    guard let code = unlink(name, in: folder, 0), code != ENOENT else { return }
    // What a folder answers differs between systems; a refusal for another reason comes back from `openat`
    // as `ENOTDIR`, and then the first answer is the one to report.
    guard code == EISDIR || code == EPERM || code == EACCES else { throw failure("unlink", code) }
    try empty(name, in: folder, depth: depth, refusal: code)
    if let code = unlink(name, in: folder, AT_REMOVEDIR), code != ENOENT { throw failure("rmdir", code) }
  }

  private func empty(
    _ name: DirectoryStream.Name, in folder: Int32, depth: Int, refusal: Int32
  ) throws(FileError) {
    let number = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw failure("unlink", errno == ENOTDIR ? refusal : errno) }
    let stream = try DirectoryStream(Descriptor(adopting: number, path: path))
    for name in try stream.names() { try remove(name, in: stream.number, depth: depth + 1) }
  }

  /// Returns the `errno` of a failure.
  private func unlink(_ name: DirectoryStream.Name, in folder: Int32, _ flags: Int32) -> Int32? {
    unsafe unlinkat(folder, name, flags) == 0 ? nil : errno
  }

  private func failure(_ operation: String, _ code: Int32) -> FileError {
    FileError(operation, path, code: code)
  }
}
