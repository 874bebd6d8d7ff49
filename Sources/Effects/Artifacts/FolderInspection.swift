/// What was found in a folder that nobody vouches for.
package struct FolderInspection: Hashable, Sendable {
  /// The files that were wanted, in the order of the asking.
  package let findings: [Result<HashedFile, FileObstacle>]
  /// What else is there; nil when nobody asked.
  package let surplus: Surplus?

  /// An inspection with these results.
  package init(findings: [Result<HashedFile, FileObstacle>], surplus: Surplus? = nil) {
    self.findings = findings
    self.surplus = surplus
  }
}
