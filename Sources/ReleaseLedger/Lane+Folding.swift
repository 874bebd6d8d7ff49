internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

extension Lane {
  /// Takes in an event of a promotion or rollback.
  ///
  /// - Throws: `LedgerViolation.Fault` for an operation that is not open, or is open already, for the end of a
  ///   rollback where a promotion is open and the other way round, and for a rollback to what was never healthy here.
  mutating func take(
    _ event: LedgerEvent, release: ReleaseReference, operation id: String
  ) throws(LedgerViolation.Fault) {
    switch event.kind {
    case .promotionStarted: try begin(event, release, id, isRollback: false)
    case .rollbackStarted:
      guard everHealthy[release] != nil else { throw .neverHealthy(release) }
      try begin(event, release, id, isRollback: true)
    case .step:
      try requireOpen(id)
    case .promotionSucceeded: try succeed(event, release, id, isRollback: false)
    case .rollbackSucceeded: try succeed(event, release, id, isRollback: true)
    default: try fail(event, id, isRollback: event.kind == .rollbackFailed)
    }
  }

  private mutating func begin(
    _ event: LedgerEvent, _ release: ReleaseReference, _ id: String, isRollback: Bool
  ) throws(LedgerViolation.Fault) {
    if let operation { throw .operationOpen(operation.id) }
    operation = Operation(
      id: id, isRollback: isRollback, release: release, startedAt: event.at, actor: event.actor,
      inventory: event.text("inventory").flatMap { Digest(hex: $0) })
  }

  private func requireOpen(_ id: String, isRollback: Bool? = nil) throws(LedgerViolation.Fault) {
    guard let operation, operation.id == id, operation.isRollback == isRollback ?? operation.isRollback else {
      throw .operationUnknown(id)
    }
  }

  private mutating func succeed(
    _ event: LedgerEvent, _ release: ReleaseReference, _ id: String, isRollback: Bool
  ) throws(LedgerViolation.Fault) {
    try requireOpen(id, isRollback: isRollback)
    guard operation?.release == release else { throw .operationUnknown(id) }
    let placement = Placement(
      release: release, since: event.at, actor: event.actor, inventory: operation?.inventory)
    if isRollback, let earlier = proven.lastIndex(where: { $0.release == release }) {
      proven.removeSubrange(earlier...)
    }
    proven.append(placement)
    everHealthy[release] = placement
    operation = nil
    trouble = nil
  }

  private mutating func fail(
    _ event: LedgerEvent, _ id: String, isRollback: Bool
  ) throws(LedgerViolation.Fault) {
    try requireOpen(id, isRollback: isRollback)
    operation = nil
    if case .bool(true)? = event.detail["restored"] {
      trouble = nil
    } else {
      trouble = event.text("reason") ?? ""
    }
  }
}
