package import Effects
package import ReleaseSigning
internal import Synchronization

/// A file system under a process that is killed: after so many changes nothing more is changed.
package final class DyingFiles: Files {
  /// What every later change meets.
  package static let death = FileError.system(path: "", operation: "kill", code: 9, message: "killed")

  private let files = LiveFiles()
  private let left: Mutex<Int>

  /// A file system that takes so many changes.
  package init(changes: Int) { left = Mutex(changes) }

  /// Whether the process was killed.
  package var isDead: Bool { left.withLock { $0 < 0 } }

  private func change() throws(FileError) {
    let isAlive = left.withLock { left in
      left -= 1
      return left >= 0
    }
    guard isAlive else { throw Self.death }
  }

  package func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try files.read(path, limit: limit)
  }

  package func read(_ path: String, part: Range<Int64>) throws(FileError) -> [UInt8] {
    try files.read(path, part: part)
  }

  package func write(_ bytes: ArraySlice<UInt8>, at offset: Int64, of path: String) throws(FileError) {
    try change()
    try files.write(bytes, at: offset, of: path)
  }

  package func copy(_ part: Range<Int64>, of source: String, to destination: String) throws(FileError) {
    try change()
    try files.copy(part, of: source, to: destination)
  }

  package func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try change()
    try files.write(bytes, to: path, mode: mode)
  }

  package func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try change()
    try files.create(bytes, at: path, mode: mode)
  }

  package func readSecret(_ path: String, limit: Int) throws(FileError) -> SecretFile {
    try files.readSecret(path, limit: limit)
  }

  package func inspect(
    _ folder: String, for wanted: [WantedFile], surplus search: SurplusSearch?
  ) throws(FileError) -> FolderInspection {
    try files.inspect(folder, for: wanted, surplus: search)
  }

  package func isSame(_ path: String, as other: String) throws(FileError) -> Bool {
    try files.isSame(path, as: other)
  }

  package func hash(_ path: String, by algorithm: HashAlgorithm) throws(FileError) -> [UInt8] {
    try files.hash(path, by: algorithm)
  }

  package func createSecret(_ secret: SecretBytes, at path: String) throws(FileError) {
    try change()
    try files.createSecret(secret, at: path)
  }

  package func status(_ path: String) throws(FileError) -> FileStatus? { try files.status(path) }

  package func list(_ directory: String) throws(FileError) -> [String] { try files.list(directory) }

  package func makeDirectory(_ path: String) throws(FileError) {
    try change()
    try files.makeDirectory(path)
  }

  package func remove(_ path: String) throws(FileError) {
    try change()
    try files.remove(path)
  }

  package func rename(_ source: String, to destination: String) throws(FileError) {
    try change()
    try files.rename(source, to: destination)
  }

  package func replaceSymlink(at path: String, pointingTo target: String) throws(FileError) {
    try change()
    try files.replaceSymlink(at: path, pointingTo: target)
  }

  package func readSymlink(_ path: String) throws(FileError) -> String? { try files.readSymlink(path) }

  package func copyHashing(_ source: String, to destination: String?) throws(FileError) -> HashedFile {
    if destination != nil { try change() }
    return try files.copyHashing(source, to: destination)
  }

  package func lock(_ path: String, as holder: String, waitingAtMost seconds: Double) throws(FileError)
    -> FileLock
  {
    try change()
    return try files.lock(path, as: holder, waitingAtMost: seconds)
  }

  package func temporaryDirectory(prefix: String) throws(FileError) -> String {
    try change()
    return try files.temporaryDirectory(prefix: prefix)
  }
}
