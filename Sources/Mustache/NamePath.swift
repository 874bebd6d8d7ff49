/// The name in a tag: `.` for the current value, or the parts of a dotted name.
struct NamePath: Hashable, Sendable {
  /// The parts; empty for the implicit iterator `.`.
  let parts: [String]

  /// Creates a path from a tag's content, or nil when a part of it is empty.
  init?(_ content: String) {
    guard content != "." else {
      parts = []
      return
    }
    let parts = content.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.parts = parts.map { String(Substring($0)) }
  }
}

/// The name of a partial or parent: written in the template, or looked up in the data (`{{>*name}}`).
enum PartialName: Hashable, Sendable {
  case written(String)
  case dynamic(NamePath)
}
