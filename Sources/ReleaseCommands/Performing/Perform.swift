internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning

/// What a cut left half done: the push cannot be taken back, and something after it failed.
struct CutInterrupted: Error {
  let done: [Action]
  let tag: String
  let cause: any Error
}

/// Carries out the plan of a cut, action by action; when one fails, those before it are undone in reverse.
///
/// Objects without a ref are seen by nobody, so commit, tag and signature come first. The push comes before the local
/// refs: a remote that says no leaves this repository untouched.
struct Perform {
  let session: Session
  let repository: GitRepository
  let plan: CutPlan
  /// Draws up, signs, writes and records; nil with `--tag-only`.
  let sealing: Sealing?

  /// What is done for the seal, with the release commit at hand.
  struct Sealing {
    let sealer: Sealer
    let draft: (_ commit: String, _ tag: String) throws -> Manifest
  }

  /// What came of it.
  struct Outcome {
    var commit = ""
    var tagObject = ""
    var manifest: Manifest?
    var seal: Seal?
  }

  /// Performs every action.
  ///
  /// - Throws: the first failure, after undoing; `CutInterrupted` when the push was done already.
  func callAsFunction() throws -> Outcome {
    var outcome = Outcome()
    var undo: [() throws -> Void] = []
    var done: [Action] = []
    do {
      for action in plan.actions {
        session.console.verbose("\(action.name)")
        if let step = try perform(action, &outcome) { undo.append(step) }
        done.append(action)
      }
    } catch {
      if done.contains(where: { if case .push = $0 { true } else { false } }) {
        throw CutInterrupted(done: done, tag: plan.tag, cause: error)
      }
      for step in undo.reversed() { try step() }
      throw error
    }
    return outcome
  }

  /// Performs one action and returns how to undo it.
  private func perform(_ action: Action, _ outcome: inout Outcome) throws -> (() throws -> Void)? {
    switch action {
    case .commit: outcome.commit = try writeCommit()
    case .tag: outcome.tagObject = try writeTag(of: outcome.commit)
    case .sign:
      outcome.manifest = try sealing?.draft(outcome.commit, plan.tag)
      if let manifest = outcome.manifest { _ = try sealing?.sealer.sign(manifest) }
    case .push(let remote, let branch, let tag):
      try repository.pushAtomically(
        [(outcome.commit, branch), (outcome.tagObject, "refs/tags/\(tag)")], to: remote)
    case .moveRefs: return try Interruptions.ignored { try moveRefs(outcome) }
    case .writeManifest:
      if let manifest = outcome.manifest { outcome.seal = try sealing?.sealer.seal(manifest) }
    case .record: break  // written and recorded by one call, so that the second follows from the first
    }
    return nil
  }

  private func writeCommit() throws -> String {
    let scratch = try session.world.files.temporaryDirectory(prefix: "release-index")
    defer { try? session.world.files.remove(scratch) }  // the system's own sweep takes what stays
    let blobs = try plan.files.map {
      (
        path: $0.path, mode: $0.isExecutable ? "100755" : "100644", blob: try repository.writeBlob($0.bytes)
      )
    }
    let tree = try repository.writeTree(of: plan.head, replacing: blobs, scratchIndex: "\(scratch)/index")
    return try repository.writeCommit(
      tree: tree, parent: plan.head, message: plan.message, by: try signature())
  }

  private func writeTag(of commit: String) throws -> String {
    try repository.writeTag(plan.tag, of: commit, message: plan.tagMessage, by: try signature())
  }

  private func signature() throws -> GitSignature {
    GitSignature(identity: try repository.committerIdentity(), at: plan.at)
  }

  /// Work tree and index first, then branch and tag in one transaction; each is put back when the next fails.
  private func moveRefs(_ outcome: Outcome) throws -> () throws -> Void {
    let repository = repository.shielded
    let (branch, tag) = (plan.branch, "refs/tags/\(plan.tag)")
    do { try repository.switchWorkTree(from: plan.head, to: outcome.commit) } catch {
      putBackFiles()
      throw error
    }
    do {
      try repository.updateRefs([(branch, outcome.commit, plan.head), (tag, outcome.tagObject, nil)])
    } catch {
      try repository.switchWorkTree(from: outcome.commit, to: plan.head)
      throw error
    }
    return {
      try repository.restoreRefs([(branch, plan.head, outcome.commit), (tag, nil, outcome.tagObject)])
      try repository.switchWorkTree(from: outcome.commit, to: plan.head)
    }
  }

  /// Puts back the files that git had written when it gave up at another one; its index it had not written yet.
  private func putBackFiles() {
    let files = session.world.files
    for change in plan.files {
      let path = "\(repository.directory)/\(change.path)"
      // What cannot be put back `git status` shows; the first failure is the one to tell of.
      guard (try? files.readIfPresent(path, limit: 256 << 20)) == change.bytes else { continue }
      if let old = change.old { try? files.put(old, at: path) } else { try? files.remove(path) }
    }
  }
}
