internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions

/// The words for what stands between a release and an environment.
enum ObstacleWording {
  static func sentence(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .yanked(let reason): "it was withdrawn: \(reason)"
    case .orderNotMet(let after): "it has not been healthy in \(after) yet"
    case .olderThanCurrent(let current): "\(current) runs there, which is newer"
    case .gateMissing: "no verdict on its evidence is recorded"
    case .soaking(let until): "it soaks until \(until)"
    case .approvalsMissing(let required, let given): "\(given) of \(required) approvals are given"
    case .frozen(let until, let reason): "the environment is frozen until \(until): \(reason)"
    case .operationOpen(let id, let actor, let since):
      "\(actor) began \(id) there at \(since), and it has not ended"
    }
  }

  static func hint(_ obstacle: Obstacle, _ release: ReleaseReference, _ environment: String) -> String {
    switch obstacle {
    case .yanked: "promote another release: `release ledger show`"
    case .orderNotMet(let after): "promote it there first: `release promote \(release.version) --to \(after)`"
    case .olderThanCurrent: "going back is `release rollback \(environment) --to \(release.version)`"
    case .gateMissing: "not supported: gates"
    case .soaking(let until): "try again after \(until), or wait with `--wait`"
    case .approvalsMissing:
      "approve with `release approve \(release.version) --environment \(environment) --key …`"
    case .frozen: "end it with `release thaw \(environment) --key …`"
    case .operationOpen:
      "finish it with `release resume \(environment)`, or go back with `release rollback \(environment)`"
    }
  }
}
