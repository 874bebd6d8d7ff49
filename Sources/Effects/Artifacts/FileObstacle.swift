/// Why there is no digest of a file below a folder that nobody vouches for; every path is relative to the folder.
package enum FileObstacle: Error, Hashable {
  /// There is nothing at the path, or no folder to hold it.
  case missing
  /// Something other than a regular file is at the path, or something other than a folder is on the way to it.
  case inTheWay(EntryKind, at: String)
  /// The file is not as long as was expected; it was not read.
  case wrongSize(found: Int64)
  /// It could not be read to its end, which says nothing about what it holds: `notPermitted`, `changedWhileRead`,
  /// `invalidName` for a path that does not go down from the folder, `system`.
  case failed(FileError)
}
