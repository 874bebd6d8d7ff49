internal import ReleaseConsole
internal import Rollouts

/// The words for the steps of a rollout.
enum StepWording {
  static func line(_ name: String, _ status: String, _ detail: String, in environment: String) -> Message {
    detail.isEmpty ? "\(environment): \(name) \(status)" : "\(environment): \(name) \(status): \(detail)"
  }

  static func check(_ result: CheckResult) -> String {
    "\(result.name): \(result.outcome.rawValue) (\(result.detail))"
  }

  static func failure(_ failure: Rollout.Failure) -> String {
    switch failure {
    case .apply(let reason): reason
    case .identity(let found): "the target runs \(found.map(\.version) ?? "nothing") instead"
    case .checks(let results): results.filter { $0.outcome != .pass }.map(check).joined(separator: "; ")
    case .aborted: "aborted"
    }
  }
}
