internal import Effects
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import Rollouts
internal import SemanticVersions
internal import StrictJSON
internal import Targets

/// One environment as the ledger and the target tell it.
struct StatusRow {
  /// What the target said.
  enum Look {
    case running(RunningRelease?)
    /// It runs the release that it should, and some of its files are not as they were put there.
    case changed
    case unknown(String)
  }

  let name: String
  let component: String
  let lane: Lane
  let freeze: EnvironmentState.Freeze?
  let look: Look
  let now: Timestamp

  /// Whether the target runs something else than the ledger proves; nil when it cannot be asked.
  private var hasDrift: Bool? {
    switch look {
    case .unknown: nil
    case .changed: true
    case .running(let running):
      lane.current.map { running?.isSame(as: $0.release) != true } ?? (running != nil)
    }
  }

  private var isHealthy: Bool {
    lane.current != nil && lane.trouble == nil && lane.operation == nil && hasDrift == false
  }

  private var frozenUntil: Timestamp? { freeze.flatMap { $0.until > now ? $0.until : nil } }

  private var running: String {
    switch look {
    case .running(let running): running.map(\.version) ?? "nothing"
    case .changed: "\(lane.current?.release.version.description ?? ""), its files changed"
    case .unknown(let reason): reason
    }
  }

  var document: JSONObject {
    var object: JSONObject = [
      "name": .string(name), "component": component.isEmpty ? .null : .string(component),
    ]
    object["version"] = JSONValue(lane.current?.release.version.description)
    object["manifest_digest"] = JSONValue(lane.current?.release.manifestDigest.hex)
    object["since"] = JSONValue(lane.current?.since.description)
    object["promoted_by"] = JSONValue(lane.current?.actor)
    object["healthy"] = .bool(isHealthy)
    object["drift"] = hasDrift.map(JSONValue.bool) ?? .null
    object["running"] = .string(running)
    object["pending"] = lane.operation.map(pending) ?? .null
    object["trouble"] = JSONValue(lane.trouble)
    object["frozen_until"] = JSONValue(frozenUntil?.description)
    return object
  }

  private func pending(_ operation: Lane.Operation) -> JSONValue {
    [
      "operation": .string(operation.id), "kind": operation.isRollback ? "rollback" : "promotion",
      "version": .string(operation.release.version.description),
      "since": .string(operation.startedAt.description),
      "by": .string(operation.actor),
    ]
  }

  /// One line for people.
  var line: String {
    let title = component.isEmpty ? name : "\(name)/\(component)"
    guard let current = lane.current else { return "\(title)  -  " + notes(["nothing promoted yet"]) }
    return "\(title)  \(current.release.version)  since \(current.since) by \(current.actor)  "
      + notes([isHealthy ? "healthy" : "NOT HEALTHY"])
  }

  private func notes(_ first: [String]) -> String {
    var notes = first
    if hasDrift == true { notes.append("drift: runs \(running)") }
    if hasDrift == nil { notes.append("cannot be asked: \(running)") }
    if let trouble = lane.trouble { notes.append("a person must look: \(trouble)") }
    if let operation = lane.operation {
      notes.append("\(operation.release.version) is under way: \(operation.id)")
    }
    if let until = frozenUntil { notes.append("frozen until \(until)") }
    return notes.joined(separator: ", ")
  }
}
