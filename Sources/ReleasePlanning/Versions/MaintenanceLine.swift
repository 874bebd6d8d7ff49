package import SemanticVersions

/// The versions that a maintenance branch may release: `1.x` all of 1, `1.2.x` all of 1.2.
package struct MaintenanceLine: Hashable, Sendable {
  /// The branch's name.
  package let name: String
  private let numbers: [String]

  /// Reads a branch's name; nil when it names no line.
  package init?(_ name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard (2...3).contains(parts.count), parts.last == "x",
      parts.dropLast().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    self.name = name
    numbers = Array(parts.dropLast())
  }

  /// Returns whether a version belongs to the line.
  package func contains(_ version: Version) -> Bool {
    zip(numbers, [version.major, version.minor]).allSatisfy { $0 == $1.description }
  }
}
