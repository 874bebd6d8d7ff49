package import ReleaseLedger

/// Where a ledger is kept.
package protocol LedgerStore: Sendable {
  /// The place, as people write it.
  var location: String { get }

  /// Lets somebody read.
  func read<R>(_ work: (@escaping LedgerReader) throws -> R) throws -> R

  /// Lets one writer at a time read and say what is to be written: every file, then the checkpoint.
  ///
  /// `work` may be called again when another writer was faster; what it returns the last time is what was written. When
  /// it throws, or returns nil for the growth, nothing was.
  func update<R>(_ work: (@escaping LedgerReader) throws -> (growth: LedgerGrowth?, result: R)) throws -> R
}
