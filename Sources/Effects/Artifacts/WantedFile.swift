/// A file that is expected below some folder.
package struct WantedFile: Hashable, Sendable {
  /// Its path below the folder, with `/` between the names.
  package let path: String
  /// Its size in bytes, when that is known: a file of another size is not read at all.
  package let size: Int64?
  /// The greatest size in bytes; a longer file is not read at all.
  package let limit: Int64

  /// An expectation of these parts.
  package init(_ path: String, size: Int64? = nil, limit: Int64 = .max) {
    self.path = path
    self.size = size
    self.limit = limit
  }
}
