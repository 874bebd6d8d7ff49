import Effects
import ReleaseSigning
import Synchronization

/// Counts calls and makes one of them fail.
final class Trap: Sendable {
  /// The call that fails, from 1 on.
  let place: Int
  private let state = Mutex((count: 0, isArmed: false, sprung: String?.none))
  private let arming: (@Sendable (String) -> Bool)?

  /// - Parameter arming: the first call to count; nil: the very first one.
  init(at place: Int, countingFrom arming: (@Sendable (String) -> Bool)? = nil) {
    self.place = place
    self.arming = arming
  }

  /// The call that failed; nil when there were not so many.
  var sprung: String? { state.withLock { $0.sprung } }

  /// Whether the call that begins now is the one.
  func springs(at call: String) -> Bool {
    state.withLock { state in
      state.isArmed = state.isArmed || arming?(call) ?? true
      guard state.isArmed else { return false }
      state.count += 1
      guard state.count == place else { return false }
      state.sprung = call
      return true
    }
  }
}

/// Programs of which one cannot be started.
struct FailingSubprocesses: Subprocesses {
  let real: any Subprocesses
  let trap: Trap

  func run(
    _ command: Subprocess, handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    guard !trap.springs(at: command.argv.joined(separator: " ")) else {
      throw .system(program: command.argv[0], operation: "posix_spawn", code: 11, message: "injected")
    }
    return try real.run(command, handingOn: take)
  }
}

/// A file system of which one call fails.
struct FailingFiles: Files {
  let real: any Files
  let trap: Trap

  private func pass(_ operation: String, _ path: String) throws(FileError) {
    guard !trap.springs(at: "\(operation) \(path)") else {
      throw .system(path: path, operation: operation, code: 5, message: "injected")
    }
  }

  func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try pass("read", path)
    return try real.read(path, limit: limit)
  }
  func read(_ path: String, part: Range<Int64>) throws(FileError) -> [UInt8] {
    try pass("read", path)
    return try real.read(path, part: part)
  }
  func write(_ bytes: ArraySlice<UInt8>, at offset: Int64, of path: String) throws(FileError) {
    try pass("write", path)
    try real.write(bytes, at: offset, of: path)
  }
  func copy(_ part: Range<Int64>, of source: String, to destination: String) throws(FileError) {
    try pass("copy", source)
    try real.copy(part, of: source, to: destination)
  }
  func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws(FileError) {
    try pass("write", path)
    try real.write(bytes, to: path, mode: mode)
  }
  func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(FileError) {
    try pass("create", path)
    try real.create(bytes, at: path, mode: mode)
  }
  func readSecret(_ path: String, limit: Int) throws(FileError) -> SecretFile {
    try pass("readSecret", path)
    return try real.readSecret(path, limit: limit)
  }
  func inspect(
    _ folder: String, for wanted: [WantedFile], surplus search: SurplusSearch?
  ) throws(FileError) -> FolderInspection {
    try pass("inspect", folder)
    return try real.inspect(folder, for: wanted, surplus: search)
  }
  func isSame(_ path: String, as other: String) throws(FileError) -> Bool {
    try pass("isSame", path)
    return try real.isSame(path, as: other)
  }
  func hash(_ path: String, by algorithm: HashAlgorithm) throws(FileError) -> [UInt8] {
    try pass("hash", path)
    return try real.hash(path, by: algorithm)
  }
  func createSecret(_ secret: SecretBytes, at path: String) throws(FileError) {
    try pass("createSecret", path)
    try real.createSecret(secret, at: path)
  }
  func status(_ path: String) throws(FileError) -> FileStatus? {
    try pass("status", path)
    return try real.status(path)
  }
  func list(_ directory: String) throws(FileError) -> [String] {
    try pass("list", directory)
    return try real.list(directory)
  }
  func makeDirectory(_ path: String) throws(FileError) {
    try pass("makeDirectory", path)
    try real.makeDirectory(path)
  }
  func remove(_ path: String) throws(FileError) {
    try pass("remove", path)
    try real.remove(path)
  }
  func rename(_ source: String, to destination: String) throws(FileError) {
    try pass("rename", source)
    try real.rename(source, to: destination)
  }
  func replaceSymlink(at path: String, pointingTo target: String) throws(FileError) {
    try pass("replaceSymlink", path)
    try real.replaceSymlink(at: path, pointingTo: target)
  }
  func readSymlink(_ path: String) throws(FileError) -> String? {
    try pass("readSymlink", path)
    return try real.readSymlink(path)
  }
  func copyHashing(_ source: String, to destination: String?) throws(FileError) -> HashedFile {
    try pass("copyHashing", source)
    return try real.copyHashing(source, to: destination)
  }
  func lock(_ path: String, as holder: String, waitingAtMost seconds: Double) throws(FileError) -> FileLock {
    try pass("lock", path)
    return try real.lock(path, as: holder, waitingAtMost: seconds)
  }
  func temporaryDirectory(prefix: String) throws(FileError) -> String {
    try pass("temporaryDirectory", prefix)
    return try real.temporaryDirectory(prefix: prefix)
  }
}

extension World {
  /// The same world, in which one call of the programs or of the files fails.
  func failing(_ part: FailingPart, by trap: Trap) -> World {
    var world = self
    switch part {
    case .programs: world.subprocesses = FailingSubprocesses(real: subprocesses, trap: trap)
    case .files: world.files = FailingFiles(real: files, trap: trap)
    }
    return world
  }
}

/// The part of a world that fails.
enum FailingPart: CaseIterable, Sendable { case programs, files }
