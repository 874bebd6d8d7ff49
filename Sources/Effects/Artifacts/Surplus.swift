/// What is in a folder and was not asked for.
package struct Surplus: Hashable, Sendable {
  /// Why the search did not see everything.
  package enum Gap: Hashable, Sendable {
    /// Folders are nested deeper than the search goes; the first one that was not looked into.
    case depth(path: String)
    /// There are more entries than the search looks at.
    case entries(limit: Int)
    /// A folder could not be read to its end.
    case unreadable(FileError)
  }

  /// The first of the paths below the folder in the order of their bytes, as they may be shown.
  ///
  /// Controls and what is not UTF-8 are written as escapes, and a backslash as two. A folder that was not looked into,
  /// or that holds nothing, ends in `/`.
  package let paths: [String]
  /// How many there are.
  package let count: Int
  /// What hid a part of the folder from the search; nil when it saw all.
  package let gap: Gap?

  /// A result of these parts.
  package init(paths: [String] = [], count: Int = 0, gap: Gap? = nil) {
    self.paths = paths
    self.count = count
    self.gap = gap
  }
}
