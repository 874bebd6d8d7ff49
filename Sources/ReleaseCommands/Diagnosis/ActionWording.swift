internal import ReleasePlanning

/// The words for the steps of a plan.
enum ActionWording {
  static func sentence(_ action: Action) -> String {
    switch action {
    case .commit(let paths, let message): "commit \(paths.joined(separator: ", ")) as `\(message)`"
    case .tag(let name): "make the annotated tag \(name)"
    case .moveRefs(let branch, let tag): "move \(branch) and \(tag), index and work tree"
    case .push(let remote, let branch, let tag): "push \(branch) and \(tag) to \(remote), both or none"
    case .sign(_, let keys):
      "sign the manifest with \(keys.map { String($0.prefix(12)) }.joined(separator: ", "))"
    case .writeManifest(let path): "write the signed manifest: \(path)"
    case .record(let ledger): "record the release in \(ledger)"
    }
  }
}
