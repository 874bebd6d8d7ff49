/// The name in a tag: `.` for the current value, or the parts of a dotted name.
final class NamePath: Sendable {
  /// The first part; nil for the implicit iterator `.`.
  let first: String?
  /// The parts after it.
  let rest: [String]

  /// Creates a path from a tag's content, or nil when a part of it is empty.
  init?(_ content: String) {
    guard content != "." else {
      (first, rest) = (nil, [])
      return
    }
    let parts = content.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    first = parts.first.map { String(Substring($0)) }
    rest = parts.dropFirst().map { String(Substring($0)) }
  }
}

extension NamePath: Hashable {
  static func == (left: NamePath, right: NamePath) -> Bool {
    left.first == right.first && left.rest == right.rest
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(first)
    hasher.combine(rest)
  }
}

/// The name of a partial or parent: written in the template, or looked up in the data (`{{>*name}}`).
enum PartialName: Hashable, Sendable {
  case written(String)
  case dynamic(NamePath)
}
