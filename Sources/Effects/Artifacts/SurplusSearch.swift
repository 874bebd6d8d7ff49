/// How far to look for what is in a folder and was not asked for.
package struct SurplusSearch: Hashable, Sendable {
  /// The folders that are looked into.
  package enum Reach: Hashable, Sendable, CaseIterable {
    /// Those that directly hold a wanted file.
    case besideFiles
    /// All of them.
    case wholeTree
  }

  /// The folders that are looked into.
  package var reach: Reach
  /// How many names are told; all are counted.
  package var mostNames: Int
  /// How many entries are looked at beyond as many as are wanted.
  package var mostEntries: Int
  /// How deep folders may be nested, unless a wanted file lies deeper.
  package var depth: Int

  /// A search within these bounds.
  package init(_ reach: Reach, mostNames: Int = 20, mostEntries: Int = 100_000, depth: Int = 64) {
    self.reach = reach
    self.mostNames = mostNames
    self.mostEntries = mostEntries
    self.depth = depth
  }
}
