/// Why the file system did not do as asked; every case names the path that it is about.
package enum FileError: Error, Hashable {
  /// There is nothing at the path, or no folder to hold it.
  case notFound(path: String)
  /// There is something at the path already.
  case exists(path: String)
  /// The user may not do this.
  case notPermitted(path: String)
  /// Something other than a regular file is at the path.
  case notRegular(path: String, kind: FileStatus.Kind)
  /// Something on the path is no folder.
  case notDirectory(path: String)
  /// Something other than a symbolic link is at the path.
  case notSymlink(path: String, kind: FileStatus.Kind)
  /// The content is longer than the reader is ready to hold, in bytes.
  case tooLarge(path: String, limit: Int)
  /// Folders are nested deeper than anybody means.
  case tooDeep(path: String, limit: Int)
  /// Somebody wrote to the file while it was read.
  case changedWhileRead(path: String)
  /// Another process holds the lock; `holder` is what it said of itself, from its process number on.
  case locked(path: String, holder: String)
  /// The disk or the quota is used up.
  case noSpace(path: String)
  /// A path holds a zero byte, or a name in the folder at the path is not UTF-8.
  case invalidName(path: String)
  /// The kernel refused for a rarer reason: its `errno` and what it calls that.
  case system(path: String, operation: String, code: Int32, message: String)
}
