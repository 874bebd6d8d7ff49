internal import StrictJSON

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `stat` tells, in which two looks at one file that nobody wrote to in between are equal.
struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64
  let rawMode: UInt32
  let size: Int64
  let modified: Instant
  let changed: Instant

  /// A time of the file system, with all its digits.
  struct Instant: Hashable {
    let seconds: Int64
    let nanoseconds: Int64
  }

  /// What is at a path itself, a symbolic link not followed; `nil` when there is nothing.
  init?(at path: String) throws(FileError) {
    var status = stat()
    do {
      try onPath(path, "lstat") { unsafe lstat($0, &status) }
    } catch .notFound {
      return nil
    }
    self.init(status)
  }

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    rawMode = UInt32(status.st_mode)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      modified = Instant(status.st_mtimespec)
      changed = Instant(status.st_ctimespec)
    #else
      modified = Instant(status.st_mtim)
      changed = Instant(status.st_ctim)
    #endif
  }

  var kind: FileStatus.Kind {
    switch mode_t(rawMode) & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    case S_IFLNK: .symlink
    default: .other
    }
  }

  var isExecutable: Bool { rawMode & 0o111 != 0 }

  /// What other rooms are told.
  var fileStatus: FileStatus {
    FileStatus(
      kind: kind, size: size, mode: rawMode & 0o7777, modified: Timestamp(secondsSinceEpoch: modified.seconds)
    )
  }
}

extension FileIdentity.Instant {
  init(_ time: timespec) { self.init(seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec)) }
}
