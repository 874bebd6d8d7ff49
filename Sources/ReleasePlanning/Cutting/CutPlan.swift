internal import ReleaseManifests
package import SemanticVersions
package import StrictJSON

/// A release that is about to be cut: everything decided, nothing done.
package struct CutPlan: Sendable {
  /// The version.
  package let version: Version
  /// The version before.
  package let previous: Version?
  /// The tag.
  package let tag: String
  /// The full name of the branch that moves.
  package let branch: String
  /// The commit that it moves from.
  package let head: String
  /// The files of the release commit.
  package let files: [FileChange]
  /// The release commit's message.
  package let message: String
  /// The tag's message.
  package let tagMessage: String
  /// The remote that gets commit and tag; nil: none.
  package let remote: String?
  /// When it is made.
  package let at: Timestamp
  /// What follows the tag: signature, manifest, ledger.
  package let sealing: [Action]

  /// A file with its new content.
  package struct FileChange: Hashable, Sendable {
    /// The path below the repository's root.
    package let path: String
    /// What it held before; nil: it is new.
    package let old: [UInt8]?
    /// The content.
    package var bytes: [UInt8]
    /// Whether it can be run.
    package let isExecutable: Bool

    /// Makes a change.
    package init(path: String, old: [UInt8]?, bytes: [UInt8], isExecutable: Bool = false) {
      self.path = path
      self.old = old
      self.bytes = bytes
      self.isExecutable = isExecutable
    }
  }

  /// Decides a release.
  package init(
    version: Version, previous: Version?, tag: String, branch: String, head: String, files: [FileChange],
    message: String, tagMessage: String, remote: String?, at: Timestamp, sealing: [Action]
  ) {
    self.version = version
    self.previous = previous
    self.tag = tag
    self.branch = branch
    self.head = head
    self.files = files
    self.message = message
    self.tagMessage = tagMessage
    self.remote = remote
    self.at = at
    self.sealing = sealing
  }

  /// The steps in their order: what nobody sees first, what cannot be taken back as late as can be.
  package var actions: [Action] {
    let made: [Action] = [.commit(paths: files.map(\.path), message: message), .tag(name: tag)]
    let pushed = remote.map { [Action.push(remote: $0, branch: branch, tag: tag)] } ?? []
    return made + sealing.prefix(1) + pushed + [.moveRefs(branch: branch, tag: tag)] + sealing.dropFirst()
  }
}
