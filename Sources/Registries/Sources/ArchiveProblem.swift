/// Why an archive cannot be read.
package enum ArchiveProblem: Error, Hashable, Sendable {
  /// What should be the head of an entry is none: where it is, in bytes.
  case header(at: Int64)
  /// The archive ends within an entry.
  case truncated(at: Int64)
  /// The archive is compressed; layouts are archived as they are.
  case compressed
  /// Two entries have one name.
  case repeated(name: String)
  /// There are more entries than any image has.
  case tooMany
}
