package import ReleaseSigning

/// The file system, as far as a release needs it.
///
/// Paths reach the kernel byte for byte; relative ones start at the process's working directory.
package protocol Files: Sendable {
  /// Returns the content of a regular file; a symbolic link to one is followed.
  ///
  /// - Throws: `notRegular` for FIFOs, devices and folders, `tooLarge` beyond `limit` bytes, `notFound`,
  ///   `notPermitted`, `system`.
  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]

  /// Returns a part of a regular file; a symbolic link to one is followed.
  ///
  /// - Throws: `changedWhileRead` when the file ends before the part does; else as ``read(_:limit:)``.
  func read(_ path: String, part: Range<Int64>) throws(FileError) -> [UInt8]

  /// Puts bytes into a regular file that is there, from an offset on: what lies beyond its end grows it.
  ///
  /// For use now: a crash may lose it.
  /// - Throws: `notRegular`, `notFound`, `notPermitted`, `noSpace`, `system`.
  func write(_ bytes: ArraySlice<UInt8>, at offset: Int64, of path: String) throws(FileError)

  /// Returns the content of a regular file where it can be wiped, and its permission bits; a symbolic link is followed.
  ///
  /// - Throws: as `read`.
  func readSecret(_ path: String, limit: Int) throws(FileError) -> SecretFile

  /// Replaces a file so that every reader, and a crash at any instant, sees the old or the new content whole.
  ///
  /// A symbolic link at `path` is replaced, never followed. A failure leaves nothing behind.
  /// - Parameter mode: the permissions of the new file, less the process's umask.
  /// - Throws: `notFound` without the folder, `notRegular` over a folder, `notPermitted`, `noSpace`,
  ///   `system`.
  func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError)

  /// Creates a file that must not be there yet, and brings it to the disk.
  ///
  /// - Parameter mode: the permissions of the new file, less the process's umask.
  /// - Throws: `exists` when anything, even a dangling link, is at `path`; else as `write`.
  func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError)

  /// Creates a file that must not be there yet, which only its owner may read, and brings it to the disk.
  ///
  /// - Throws: as `create`.
  func createSecret(_ secret: SecretBytes, at path: String) throws(FileError)

  /// Returns what is at `path` itself, a symbolic link not followed; `nil` when there is nothing.
  func status(_ path: String) throws(FileError) -> FileStatus?

  /// Returns the names in a folder, without `.` and `..`, in the order of their bytes.
  ///
  /// - Throws: `invalidName` when a name is not UTF-8, `notFound`, `notDirectory`, `notPermitted`, `system`.
  func list(_ directory: String) throws(FileError) -> [String]

  /// Creates a folder and those above it; one that is there already is left as it is.
  ///
  /// - Throws: `notDirectory` when something else is in the way, `notPermitted`, `noSpace`, `system`.
  func makeDirectory(_ path: String) throws(FileError)

  /// Removes a file, a symbolic link, or a folder with all that is in it; links are never followed.
  ///
  /// Nothing at `path` is success: the wish is fulfilled.
  /// - Throws: `tooDeep` for folders nested beyond every use, `notPermitted`, `system`.
  func remove(_ path: String) throws(FileError)

  /// Moves a file or folder within one file system and replaces a file at the destination, atomically.
  ///
  /// - Throws: `notFound`, `exists` over a folder that is not empty, `notRegular`, `notPermitted`, `system`.
  func rename(_ source: String, to destination: String) throws(FileError)

  /// Creates a symbolic link or moves it to another target; no instant is without one of the two.
  ///
  /// - Throws: `notRegular` when a folder is at `path`; else as `write`.
  func replaceSymlink(at path: String, pointingTo target: String) throws(FileError)

  /// Returns the target of a symbolic link, or `nil` when there is nothing at `path`.
  ///
  /// - Throws: `notSymlink` when something else is there, `invalidName` for a target that is not UTF-8.
  func readSymlink(_ path: String) throws(FileError) -> String?

  /// Digests a regular file in one pass and, with a destination, copies exactly the bytes it digested.
  ///
  /// The source is opened once and no link is followed, so that what is digested is what is copied. The copy
  /// is new (`exists` otherwise), keeps the executable bit, and is on the disk on return; a failure leaves
  /// none.
  /// - Throws: `notRegular`, `changedWhileRead` when the source was written to meanwhile; else as `create`.
  func copyHashing(_ source: String, to destination: String?) throws(FileError) -> HashedFile

  /// Copies a part of a regular file into a file that must not be there yet and that only its owner may read; a
  /// symbolic link to the source is followed.
  ///
  /// The copy is for use now: a crash may lose it. A failure leaves none.
  /// - Throws: `notRegular`, `changedWhileRead` when the source ends before the part does or was written to meanwhile;
  ///   else as `create`.
  func copy(_ part: Range<Int64>, of source: String, to destination: String) throws(FileError)

  /// Digests files below a folder that nobody vouches for, on all processors, and finds what else is in it.
  ///
  /// The folder itself may be reached by a link; below it no link is followed, and nothing but regular files is read,
  /// each opened once. What stands in a file's way is its finding. The search comes after the digesting, and without
  /// one there is no surplus.
  /// - Throws: `notFound`, `notDirectory`, `notPermitted`, `system`, all about the folder itself.
  func inspect(
    _ folder: String, for wanted: [WantedFile], surplus search: SurplusSearch?
  ) throws(FileError) -> FolderInspection

  /// Hashes a regular file in one pass; a symbolic link to one is followed.
  ///
  /// - Throws: as `read`, and `changedWhileRead` when the file was written to meanwhile.
  func hash(_ path: String, by algorithm: HashAlgorithm) throws(FileError) -> [UInt8]

  /// Returns whether two paths lead to one file or folder in the end; never when one leads nowhere.
  func isSame(_ path: String, as other: String) throws(FileError) -> Bool

  /// Takes the lock that a file stands for, among all processes of the machine.
  ///
  /// The lock falls with the process, however that ends; the file stays.
  /// - Parameters:
  ///   - holder: who takes it; those who find it taken are told, after our process number.
  ///   - seconds: how long to wait for another holder.
  /// - Throws: `locked` when the wait was in vain, `notFound` without the folder, `notPermitted`, `system`.
  func lock(_ path: String, as holder: String, waitingAtMost seconds: Double) throws(FileError) -> FileLock

  /// Creates a new folder for temporary files, for this user alone, and returns its path.
  func temporaryDirectory(prefix: String) throws(FileError) -> String
}
