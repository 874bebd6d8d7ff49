/// The search for what is below an open folder and is not wanted.
///
/// A folder is opened from the first one on, by name and without links, and closed before the next: however deep and
/// wide the tree is, a few descriptors are enough.
struct SurplusWalk {
  let search: SurplusSearch
  let wanted: WantedTree

  private let descent: Descent
  private let mostEntries: Int
  private var entries = 0
  private var found: SmallestNames
  private var gap: Surplus.Gap?

  /// A search below the folder with the descriptor `root`.
  init(_ search: SurplusSearch, below root: Int32, beside paths: [String]) {
    self.search = search
    wanted = WantedTree(paths)
    descent = Descent(root: root)
    let (sum, isTooMuch) = search.mostEntries.addingReportingOverflow(wanted.nodes.count)
    mostEntries = isTooMuch ? .max : sum
    found = SmallestNames(limit: search.mostNames)
  }

  /// Looks into all folders that are within reach.
  consuming func surplus() -> Surplus {
    switch search.reach {
    case .besideFiles: searchBesideFiles()
    case .wholeTree: searchWholeTree()
    }
    return Surplus(paths: found.sorted.map { EscapedName.text($0) }, count: found.count, gap: gap)
  }

  /// Whether more entries may be looked at.
  var mayGoOn: Bool { entries <= mostEntries }

  /// Hands over what is in a folder, and returns how much that is; nil when it could not be listed.
  mutating func look(
    into folder: [[UInt8]], _ take: (inout SurplusWalk, _ name: [UInt8], _ isFolder: Bool) -> Void
  ) -> Int? {
    let before = entries
    do throws(FileObstacle) {
      try descent.list(folder) { name, isFolder in
        entries += 1
        if mayGoOn { take(&self, name, isFolder) } else { note(.entries(limit: mostEntries)) }
        return mayGoOn
      }
      return entries - before
    } catch {
      // Where no folder is, nothing is in it; what is there instead counts by itself, or is a wanted file's obstacle.
      if case .failed(let error) = error { note(.unreadable(error)) }
      return nil
    }
  }

  /// Counts an entry that nobody wants.
  mutating func add(_ names: [[UInt8]], isFolder: Bool) {
    let path = Array(names.joined(separator: CollectionOfOne(UInt8(ascii: "/"))))
    found.add(isFolder ? path + [UInt8(ascii: "/")] : path)
  }

  /// Keeps the first reason why not everything is seen.
  mutating func note(_ gap: Surplus.Gap) { self.gap = self.gap ?? gap }
}
