internal import Changelogs
internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// Gathers what a cut needs and refuses whatever would make it unsafe; nothing is changed here.
struct Cutting {
  private let command: CutCommand
  private let session: Session
  private let workspace: Workspace
  private let history: History
  private let repository: GitRepository
  private let branch: String
  private let head: String
  private let gathered: History.Gathered
  private let pinned: PinnedPlan?

  /// A plan and what seals it.
  struct Prepared {
    let plan: CutPlan
    let sealing: Perform.Sealing?
  }

  init(_ command: CutCommand, in session: Session) throws {
    self.command = command
    self.session = session
    workspace = try session.workspace()
    pinned = try command.pinnedPlan(session)
    let channel = pinned?.channel ?? command.channel
    let component = pinned?.component ?? command.component
    history = try session.history(of: workspace, component: component, channel: channel)
    repository = history.repository
    guard workspace.facts?.isBare == false else { throw CutRefusal.bareRepository }
    guard let branch = try repository.currentBranch() else { throw CutRefusal.detachedHead }
    try Self.requireChannel(of: branch, in: workspace, named: channel)
    let changed = try repository.changedTrackedFiles()
    guard changed.isEmpty else { throw CutRefusal.dirtyTree(changed) }
    self.branch = branch
    head = try repository.commit("HEAD")
    // Corrections that are not committed would be gone with the next clone.
    try Self.tracked(at: head, in: workspace, repository, session).require(CorrectionsSource.path)
    let asked = pinned.map { $0.isAsked ? $0.version : nil } ?? command.releaseAs
    gathered = try Planning(workspace: workspace, session: session, channel: channel)
      .gather(history, at: head, asked: asked)
  }

  private var facts: VersionPlanner.Facts { gathered.facts }

  private var files: ReleaseFiles {
    ReleaseFiles(
      workspace: workspace, history: history, session: session,
      tracked: Self.tracked(at: head, in: workspace, repository, session))
  }

  private static func tracked(
    at head: String, in workspace: Workspace, _ repository: GitRepository, _ session: Session
  ) -> TrackedFiles {
    TrackedFiles(
      repository: repository, commit: head, root: workspace.root, files: session.world.files)
  }

  /// A project that names its channels releases from no other branch by accident.
  private static func requireChannel(of branch: String, in workspace: Workspace, named: String?) throws {
    let channels = workspace.configuration.channels
    let name = String(branch.dropFirst("refs/heads/".count))
    guard channels.isEmpty || channels[name] != nil || named != nil else {
      throw CutRefusal.branchNotAllowed(name, allowed: channels.keys.sorted())
    }
  }

  /// The version decides; nil when there is nothing to release, or the head is a release already.
  func prepare() async throws -> Prepared? {
    if let released, command.releaseAs == nil, try isPlanned(released) { return nil }
    let plan = try history.planner.plan(facts)
    try requirePinned(plan)
    guard let version = plan.next, let tag = plan.tag else { return nil }
    try requireRemote(plan)
    for dependency in plan.dependencies where dependency.isPending {
      session.console.warning("it is built from \(PlanWording.dependency(dependency)): cut that first")
    }
    let preparation = try await preparation()
    // The release commit is not there yet: images were built from the head.
    try preparation?.requireImages(of: version, from: head)
    let sealing = preparation.map(sealing)
    let component = history.planner.component
    let subject = ReleaseCommit.subject(version, component: component?.name)
    let cut = CutPlan(
      version: version, previous: plan.base?.version, tag: tag, branch: branch, head: head,
      files: try files.changes(
        for: version,
        .init(version: version, tag: tag, date: session.fileTime.day, previousTag: facts.base?.name),
        since: facts.base),
      message: subject,
      tagMessage: "Release \(version)", remote: command.pushes ? command.remote : nil, at: session.fileTime,
      sealing: sealing?.sealer.plan(for: version, component: component?.name) ?? [])
    return Prepared(plan: cut, sealing: sealing)
  }

  func perform(_ prepared: Prepared) throws -> Perform.Outcome {
    try Perform(session: session, repository: repository, plan: prepared.plan, sealing: prepared.sealing)()
  }

  /// The release that the head is, if it is one.
  private var released: ReleaseTag? {
    facts.reachable.filter { $0.commit == facts.head }.max { $0.version < $1.version }
  }

  /// Whether the release that the head is may be the one that is wanted: of a plan, what was cut from its head.
  private func isPlanned(_ release: ReleaseTag) throws -> Bool {
    guard let pinned else { return true }
    let commit = try repository.newestCommit(of: head)
    let subject = ReleaseCommit.subject(release.version, component: pinned.component)
    return pinned.version == release.version && commit.parents == [pinned.head]
      && CommitMessage(parsing: commit.message).subject == subject
  }

  private func requirePinned(_ plan: VersionPlan) throws {
    guard let pinned else { return }
    // As `plan` names it: a trust root that does not hold is told of by the seal.
    let project = try workspace.project(trust: try? session.trustIfAny(of: workspace)?.current)
    let report = PlanReport(plan, policy: workspace.configuration.version, project: project)
    try pinned.require(plan, branch: session.branch(of: workspace), answer: report.digest)
  }

  /// The head may be a release already: then it is sealed, if that is still to be done, or found as it is.
  func answerWhenNothingMoves() async throws -> Answer {
    guard let released else {
      return CutAnswer.nothing(since: facts.base, commits: facts.commits.count)
    }
    guard !command.isDryRun, !command.signing.keys.isEmpty, let preparation = try await preparation() else {
      return CutAnswer.already(released)
    }
    let sealing = sealing(preparation)
    return CutAnswer.sealed(try sealing.sealer.seal(sealing.draft(head, released.name)), tag: released.name)
  }

  /// Checks everything that the seal will need; a dry run without a key shows the plan up to the tag.
  private func preparation() async throws -> SealPreparation? {
    guard !command.isTagOnly else { return nil }
    if command.isDryRun, command.signing.keys.isEmpty {
      session.console.warning("no key was named, so the plan ends at the tag")
      return nil
    }
    return try await SealPreparation(
      workspace: workspace, history: history, contents: command.contents, ledger: command.ledger,
      signing: command.signing, session: session)
  }

  private func sealing(_ preparation: SealPreparation) -> Perform.Sealing {
    let draft = { (commit: String, tag: String) throws -> Manifest in
      try preparation.draft(commit: commit, tag: tag, channel: command.channel).manifest()
    }
    return Perform.Sealing(sealer: preparation.sealer, draft: draft)
  }

  /// The remote must not have what is not here: commits of the branch, or releases.
  private func requireRemote(_ plan: VersionPlan) throws {
    guard try repository.remoteURL(command.remote) != nil else {
      if command.pushes { throw CutRefusal.noRemote(command.remote) }
      return try pinned?.require(nil as RemoteReleases?) ?? ()
    }
    guard !command.isOffline else { return try pinned?.require(nil as RemoteReleases?) ?? () }
    let refs = try repository.remoteRefs(command.remote)
    let releases = history.planner.releases(among: refs.tags, of: command.remote)
    try pinned?.require(releases)
    try history.planner.check(plan, facts, others: gathered.others, against: releases)
    if let there = refs[branch], try !repository.reaches(there, from: head) {
      throw CutRefusal.remoteAhead(branch: branch, remote: command.remote)
    }
  }
}
