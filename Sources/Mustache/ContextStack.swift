/// The values that names are looked up in, the innermost last.
struct ContextStack: Sendable {
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
    guard let first = path.first else { return values.last }
    for place in values.indices.reversed() {
      guard let found = values[place].member(first) else { continue }
      return path.rest.isEmpty ? found : found.member(path.rest)
    }
    return nil
  }
}

extension MustacheValue {
  /// The member of a name, of a map or record that has it.
  fileprivate func member(_ name: String) -> MustacheValue? {
    switch self {
    case .map(let members): members[name]
    case .record(let record): record.member(name)
    default: nil
    }
  }

  fileprivate func member(_ parts: [String]) -> MustacheValue? {
    var value = self
    for part in parts {
      guard let next = value.member(part) else { return nil }
      value = next
    }
    return value
  }
}
