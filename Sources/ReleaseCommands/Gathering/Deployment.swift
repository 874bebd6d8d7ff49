internal import Effects
internal import HealthChecks
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import Rollouts
internal import SemanticVersions
internal import StrictJSON
internal import Targets

/// An environment with everything that is needed to change what runs there.
struct Deployment {
  let workspace: Workspace
  let environment: Environment
  let target: any Target
  let ledger: LedgerSource
  let snapshot: LedgerSnapshot
  private let session: Session

  /// Finds an environment and checks its ledger.
  ///
  /// - Parameter goesForward: an expired trust root stops what goes forward; what goes back to a proven release is
  ///   warned.
  /// - Throws: `UnknownName`, `NotSupported` for what the environment asks and this version cannot do, `LedgerError`.
  init(_ name: String, ledger options: LedgerOptions, goesForward: Bool, in session: Session) throws {
    self.session = session
    workspace = try session.workspace()
    let environments = workspace.configuration.environments
    guard let environment = workspace.configuration.environment(name) else {
      throw UnknownName(kind: .environment, name: name, known: environments.map(\.name))
    }
    self.environment = environment
    try Self.refuseUnsupported(environment)
    ledger = try options.source(in: workspace, session)
    snapshot = try ledger.existing()
    let root = snapshot.trust.current
    if root.hasExpired(at: session.now) {
      guard !goesForward else { throw SealProblem.trustExpired(root.expires) }
      session.console.warning("the trust root expired at \(root.expires); its root keys must sign a new one")
    }
    target = try session.target(of: environment, in: workspace, variables: session.childEnvironment)
  }

  private static func refuseUnsupported(_ environment: Environment) throws {
    if environment.strategy != .allAtOnce { throw NotSupported("strategy \(environment.strategy.name)") }
    if !environment.gates.isEmpty { throw NotSupported("environments.gates") }
    for case .prometheus in environment.checks.map(\.probe) { throw NotSupported("checks.prometheus") }
  }

  /// Returns the release that a word names: a file, or the version of a recorded release.
  ///
  /// - Throws: `ReleaseLookup` when there is none, or several.
  func release(named word: String, component: String?) throws -> VerifiedManifest {
    if let verified = try session.releaseFile(word, trusting: snapshot.trust.current) { return verified }
    let release = try ReleaseLookup.recorded(word, component: component, in: snapshot.state)
    return try ledger.manifest(of: release, in: snapshot)
  }

  /// Returns everything that stands in the way of a release, by a state of the ledger.
  func obstacles(to release: ReleaseReference, in snapshot: LedgerSnapshot, at now: Timestamp) -> [Obstacle] {
    let approvers = snapshot.trust.current.publicKeys(for: .approve(environment.name))
    return PromotionGate(to: environment, state: snapshot.state, approvers: Set(approvers), at: now)
      .obstacles(to: release)
  }

  /// Makes the target hold a release, whole and as signed; nothing is recorded and nothing that runs is touched.
  ///
  /// - Parameter inventory: what the ledger knows of it on this target.
  func prepare(_ manifest: VerifiedManifest, from artifacts: String?, inventory: Digest?) throws
    -> PreparedRelease
  {
    PreparedRelease(
      manifest: manifest, inventory: try target.prepare(manifest, from: artifacts, inventory: inventory))
  }

  /// Drives a rollout under an operation that the ledger has open.
  ///
  /// - Throws: `RolloutInterrupted`.
  func drive(
    _ rollout: Rollout, operation: String, releases: [PreparedRelease], journal: LedgerJournal
  ) async throws -> RolloutRecord {
    let driver = RolloutDriver(
      session: session, journal: journal, environment: environment, target: target,
      checks: { release in checks(of: release) }, releases: releases, operation: operation)
    let clock = session.world.clock
    let started = clock.uptimeNanoseconds()
    do {
      let (outcome, steps) = try await driver.run(rollout)
      let milliseconds = Int((clock.uptimeNanoseconds() - started) / 1_000_000)
      return RolloutRecord(
        direction: rollout.direction, outcome: outcome, steps: steps, milliseconds: milliseconds)
    } catch {
      throw RolloutInterrupted(environment: environment.name, cause: error)
    }
  }

  /// Checks run at the project's root, whatever the folder of the command.
  private func checks(of release: ReleaseReference) -> CheckRunner {
    var world = session.world
    world.directory = workspace.root
    return CheckRunner(world: world, variables: variables(release))
  }

  /// What checks find in their environment.
  private func variables(_ release: ReleaseReference) -> [String: String] {
    session.childEnvironment.merging([
      "RELEASE_ENVIRONMENT": environment.name, "RELEASE_VERSION": release.version.description,
      "RELEASE_MANIFEST_DIGEST": release.manifestDigest.hex,
    ]) { _, ours in ours }
  }

  /// Removes old releases of the target; what runs or can be gone back to stays. A failure costs disk space only.
  func prune() {
    do {
      let state = try ledger.snapshot().state
      let yanked = Set(state.yanked.keys)
      let kept = state.environment(environment.name).lanes.values.flatMap { lane in
        lane.proven.suffix(keep) + (lane.rollbackTarget(excluding: yanked).map { [$0] } ?? [])
      }
      try target.retain(only: kept.map(\.release))
    } catch {
      session.console.warning("old releases stay: \(Diagnosis.diagnostic(of: error).problem)")
    }
  }

  private var keep: Int {
    if case .directory(let settings) = environment.target { settings.keep } else { .max }
  }
}

/// How a rollout went.
struct RolloutRecord {
  let direction: Rollout.Direction
  let outcome: Rollout.Outcome
  let steps: [StepRecord]
  /// From the switch to the last entry in the ledger.
  let milliseconds: Int
}

/// What stopped a rollout half-way: the ledger could not be written.
struct RolloutInterrupted: Error {
  let environment: String
  let cause: any Error
}

extension Session {
  /// Returns what runs the releases of an environment.
  ///
  /// - Throws: `NotSupported`.
  func target(
    of environment: Environment, in workspace: Workspace, variables: [String: String]
  ) throws -> any Target {
    guard case .directory(let settings) = environment.target else {
      throw NotSupported("target \(environment.target.kind)")
    }
    return DirectoryTarget(
      settings, relativeTo: workspace.root, files: world.files, subprocesses: world.subprocesses,
      variables: variables)
  }
}
