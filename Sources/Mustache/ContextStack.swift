/// The values that names are looked up in, the innermost last.
struct ContextStack {
  private var values: [MustacheValue]

  init(_ root: MustacheValue) {
    values = [root]
  }

  mutating func push(_ value: MustacheValue) {
    values.append(value)
  }

  mutating func pop() {
    values.removeLast()
  }

  /// Returns the value of a name, or nil.
  ///
  /// Only the first part of a dotted name is looked up in all values; the value that has it decides, even when
  /// the rest is missing there.
  func value(of path: NamePath) -> MustacheValue? {
    guard let first = path.parts.first else { return values.last }
    for case .map(let members) in values.reversed() {
      guard let found = members[first] else { continue }
      return path.parts.count == 1 ? found : found.member(path.parts.dropFirst())
    }
    return nil
  }
}

extension MustacheValue {
  fileprivate func member(_ parts: ArraySlice<String>) -> MustacheValue? {
    var value = self
    for part in parts {
      guard case .map(let members) = value, let next = members[part] else { return nil }
      value = next
    }
    return value
  }
}
