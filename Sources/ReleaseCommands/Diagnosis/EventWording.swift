internal import ReleaseLedger
internal import ReleaseManifests
internal import SemanticVersions
internal import StrictJSON

/// The words for what happened.
enum EventWording {
  /// One line: where, when, what, by whom.
  static func line(_ entry: LedgerEntry) -> String {
    let event = entry.event
    let parts =
      ["\(entry.index)", event.at.description, event.environment ?? "-", event.kind.rawValue]
      + [event.release.map { ($0.component.map { "\($0) " } ?? "") + $0.version.description } ?? ""]
    return (parts + [detail(of: event), "by \(event.actor)"]).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private static func detail(of event: LedgerEvent) -> String {
    switch event.kind {
    case .step: "\(event.text("name") ?? "") \(event.text("status") ?? "")"
    case .trust: "root \(event.detail["version"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")"
    default: event.text("reason") ?? ""
    }
  }
}
