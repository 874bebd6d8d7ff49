/// Which of a few paths a reader is on, so that it keeps what was asked for and nothing else.
struct PathFilter {
  /// A path: names from the outside in; `nil` is any name.
  typealias Path = [[UInt8]?]

  /// The paths that are still possible here, as their number and what is left of them.
  private let open: [(index: Int, rest: ArraySlice<[UInt8]?>)]

  /// Starts at the root.
  init(_ paths: [Path]) {
    open = paths.enumerated().map { (index: $0.offset, rest: $0.element[...]) }
  }

  private init(open: [(index: Int, rest: ArraySlice<[UInt8]?>)]) {
    self.open = open
  }

  /// Where no path leads.
  static let nothing = PathFilter(open: [])

  /// Whether nothing below this place is asked for.
  var isNothing: Bool { open.isEmpty }

  /// The number of the path that ends here.
  var hit: Int? { open.first { $0.rest.isEmpty }?.index }

  /// Returns the filter for what stands below a name.
  func below(_ name: some Collection<UInt8>) -> PathFilter {
    guard !isNothing else { return self }
    return PathFilter(
      open: open.compactMap { index, rest in
        guard let part = rest.first, part.map(name.elementsEqual) ?? true else { return nil }
        return (index, rest.dropFirst())
      })
  }
}
