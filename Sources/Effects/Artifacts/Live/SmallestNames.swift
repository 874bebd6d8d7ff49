/// The first of many names in the order of their bytes, in memory for twice as many as are kept.
struct SmallestNames {
  private let limit: Int
  private var names: [[UInt8]] = []
  /// How many were added.
  private(set) var count = 0

  /// Nothing yet; no more than `limit` are kept.
  init(limit: Int) { self.limit = max(0, limit) }

  /// Adds a name.
  mutating func add(_ name: [UInt8]) {
    count += 1
    names.append(name)
    if names.count >= 2 * limit + 64 { names = sorted }
  }

  /// The names, the smallest first.
  var sorted: [[UInt8]] { Array(names.sorted { $0.lexicographicallyPrecedes($1) }.prefix(limit)) }
}
