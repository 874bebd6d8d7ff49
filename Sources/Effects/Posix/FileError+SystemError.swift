#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileError {
  /// The fact behind the `errno` of a failed system call.
  init(_ operation: String, _ path: String, code: Int32) {
    switch code {
    case ENOENT: self = .notFound(path: path)
    case EEXIST, ENOTEMPTY: self = .exists(path: path)
    case EACCES, EPERM: self = .notPermitted(path: path)
    case ENOTDIR: self = .notDirectory(path: path)
    case EISDIR: self = .notRegular(path: path, kind: .directory)
    case ELOOP: self = .notRegular(path: path, kind: .symlink)
    case ENXIO: self = .notRegular(path: path, kind: .other)
    case ENOSPC, EDQUOT: self = .noSpace(path: path)
    default: self = .system(path: path, operation: operation, code: code, message: systemMessage(code))
    }
  }
}
