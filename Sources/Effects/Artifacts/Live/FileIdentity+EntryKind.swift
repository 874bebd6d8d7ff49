#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileIdentity {
  /// The sort of entry, in full.
  var entryKind: EntryKind {
    switch mode_t(rawMode) & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    case S_IFLNK: .symlink
    case S_IFIFO: .fifo
    case S_IFSOCK: .socket
    default: .device
    }
  }

  /// What is in an open folder under a name, a symbolic link not followed; nil when that cannot be told.
  init?(of name: DirectoryStream.Name, in folder: Int32) {
    var status = stat()
    guard unsafe fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(status)
  }
}
