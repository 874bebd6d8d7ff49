internal import ReleaseManifests

/// A step of a plan that changes something: what a dry run shows and `Perform` carries out.
package enum Action: Hashable, Sendable {
  /// Commit these files on top of the head; their content is in the plan.
  case commit(paths: [String], message: String)
  /// Make an annotated tag.
  case tag(name: String)
  /// Move branch, tag, index and work tree in this repository.
  case moveRefs(branch: String, tag: String)
  /// Push commit and tag, both or none.
  case push(remote: String, branch: String, tag: String)
  /// Draw up the manifest and sign it.
  case sign(version: String, keyIDs: [String])
  /// Write the signed manifest.
  case writeManifest(path: String)
  /// Record the release in the ledger.
  case record(ledger: String)

  /// The name that documents use.
  package var name: String {
    switch self {
    case .commit: "commit"
    case .tag: "tag"
    case .moveRefs: "move_refs"
    case .push: "push"
    case .sign: "sign"
    case .writeManifest: "write_manifest"
    case .record: "record"
    }
  }
}
