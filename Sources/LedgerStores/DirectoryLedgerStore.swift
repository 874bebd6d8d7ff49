package import Effects
package import ReleaseLedger

/// A ledger in a folder: one writer at a time by a lock file, each file complete or absent, the checkpoint last.
package struct DirectoryLedgerStore: LedgerStore {
  package let location: String
  private let files: any Files
  private let holder: String

  /// Makes a store; the folder is made by the first who writes.
  ///
  /// - Parameter holder: who waits for the lock, for the others to read.
  package init(_ directory: String, files: any Files, holder: String) {
    location = directory
    self.files = files
    self.holder = holder
  }

  package func read<R>(_ work: (@escaping LedgerReader) throws -> R) throws -> R { try work(reader) }

  package func update<R>(_ work: (@escaping LedgerReader) throws -> (growth: LedgerGrowth?, result: R)) throws
    -> R
  {
    try files.makeDirectory(location)
    let lock = try files.lock("\(location)/.lock", as: holder, waitingAtMost: 30)
    defer { lock.unlock() }
    let (growth, result) = try work(reader)
    if let growth { try write(growth) }
    return result
  }

  private var reader: LedgerReader {
    { path in try files.readIfPresent("\(location)/\(path)", limit: 64 << 20) }
  }

  private func write(_ growth: LedgerGrowth) throws {
    for file in growth.files { try write(file.bytes, to: file.path) }
    try files.write(growth.checkpoint, to: "\(location)/\(LedgerPath.checkpoint)", mode: 0o644)
  }

  /// A file that is there already with the same bytes is left alone.
  private func write(_ bytes: [UInt8], to path: String) throws {
    guard try reader(path) != bytes else { return }
    let target = "\(location)/\(path)"
    if let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try files.makeDirectory(String(target[..<slash]))
    }
    try files.write(bytes, to: target, mode: 0o644)
  }
}
