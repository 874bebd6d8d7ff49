internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

extension LedgerState {
  /// Takes in the next entry.
  ///
  /// - Throws: `LedgerViolation.Fault` when it does not follow from what came before.
  mutating func take(_ entry: LedgerEntry, rootVersion: Int64) throws(LedgerViolation.Fault) {
    let event = entry.event
    try requirePlace(of: event)
    switch event.kind {
    case .trust, .gate, .waiver: break
    case .release: record(event, index: entry.index, rootVersion: rootVersion)
    case .yank: yank(event)
    case .approval: approve(event, entry.signers)
    case .freeze, .thaw: environments[event.environment ?? "", default: .init()].freeze = freeze(event)
    default: try operate(event)
    }
    chains[event.environment ?? ""] = .init(sequence: event.sequence + 1, previous: entry.leafHash)
  }

  private func requirePlace(of event: LedgerEvent) throws(LedgerViolation.Fault) {
    let place = nextPlace(in: event.environment)
    guard event.sequence == place.sequence else {
      throw .sequence(expected: place.sequence, found: event.sequence)
    }
    guard event.previous == place.previous else {
      throw .previous(expected: place.previous, found: event.previous)
    }
  }

  private mutating func record(_ event: LedgerEvent, index: UInt64, rootVersion: Int64) {
    guard let release = event.release, self.record(of: release.manifestDigest) == nil else { return }
    releases.append(
      RecordedRelease(release: release, tag: event.text("tag"), index: index, rootVersion: rootVersion))
  }

  private mutating func yank(_ event: LedgerEvent) {
    guard let release = event.release else { return }
    yanked[release.manifestDigest] = event.text("reason") ?? ""
  }

  private mutating func approve(_ event: LedgerEvent, _ signers: [PublicKey]) {
    guard let environment = event.environment, let release = event.release else { return }
    environments[environment, default: .init()].approvals[release.manifestDigest, default: []]
      .append(.init(keys: signers, at: event.at))
  }

  private func freeze(_ event: LedgerEvent) -> EnvironmentState.Freeze? {
    // A freeze whose end cannot be read must not lapse: it stays until it is thawed.
    guard event.kind == .freeze else { return nil }
    let until = event.text("until").flatMap { try? Timestamp(parsing: $0) }
    return .init(until: until ?? Timestamp(secondsSinceEpoch: .max), reason: event.text("reason") ?? "")
  }

  private mutating func operate(_ event: LedgerEvent) throws(LedgerViolation.Fault) {
    guard let environment = event.environment, let release = event.release, let id = event.operation else {
      return
    }
    let component = release.component ?? ""
    var lane = self.environment(environment).lane(of: release.component)
    try lane.take(event, release: release, operation: id)
    environments[environment, default: .init()].lanes[component] = lane
  }
}

extension LedgerEvent {
  /// A text of the detail.
  package func text(_ key: String) -> String? {
    if case .string(let text)? = detail[key] { text } else { nil }
  }
}
