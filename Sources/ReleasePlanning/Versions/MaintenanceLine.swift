package import SemanticVersions

/// The versions that belong to a maintenance branch: `1.x` (or `1.x.x`) all of 1, `1.2.x` all of 1.2.
package struct MaintenanceLine: Hashable, Sendable {
  /// The branch's name.
  package let name: String
  /// The first version of the line.
  private let start: Version
  /// The bump that leads from the start to the first version after the line.
  private let width: Bump

  /// Reads a branch's name; nil when it names no line.
  package init?(_ name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let numbers = parts.prefix { $0 != "x" }
    let wildcards = parts.dropFirst(numbers.count)
    guard (1...2).contains(numbers.count), parts.count <= 3, !wildcards.isEmpty,
      wildcards.allSatisfy({ $0 == "x" })
    else { return nil }
    let zeros = Array(repeating: "0", count: 3 - numbers.count)
    do { start = try Version(parsing: (numbers + zeros).joined(separator: ".")) } catch { return nil }
    width = numbers.count == 1 ? .major : .minor
    self.name = name
  }

  /// The first version after the line.
  private var end: Version { start.bumped(by: width) }

  /// Returns whether a version belongs to the line; a prerelease counts as the version that it leads to.
  package func contains(_ version: Version) -> Bool {
    (start..<end).contains(version.core)
  }

  /// Returns the versions that the branch of this line may release.
  ///
  /// The window begins at the line's start, above the narrower lines within it (`1.x` beside `1.2.x` begins at 1.3.0),
  /// or at the branch's last release of the line where that is higher. It ends with the line, or below the first
  /// release of the stable branch that this one lacks. Without such a release ahead it is empty: the stable branch
  /// counts on from the same place, and one of the two has to move on first. Prereleases are passed over.
  ///
  /// - Parameters:
  ///   - own: the releases that the branch can reach.
  ///   - elsewhere: the releases of the (first) stable branch, whether or not this one can reach them.
  ///   - siblings: the lines of all maintenance branches.
  package func window(own: [Version], elsewhere: [Version], siblings: [MaintenanceLine]) -> VersionWindow {
    let start = siblings.filter(isWider(than:)).map(\.end).max() ?? start
    let last = own.lazy.filter { !$0.isPrerelease && contains($0) }.max()?.core
    let lower = max(last ?? start, start)
    let ahead = elsewhere.first(from: lower, except: own)
    return VersionWindow(lower: lower, upper: min(ahead ?? lower, end))
  }

  private func isWider(than other: MaintenanceLine) -> Bool {
    width > other.width && contains(other.start)
  }
}
