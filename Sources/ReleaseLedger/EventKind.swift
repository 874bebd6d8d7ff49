package import ReleaseManifests

/// What an entry of the ledger says has happened.
package enum EventKind: String, CaseIterable, Hashable, Sendable {
  /// A trust root came into force.
  case trust
  /// A release was made and its manifest recorded.
  case release
  /// Evidence was judged.
  case gate
  /// A finding was accepted for a time.
  case waiver
  /// Somebody agreed to a promotion.
  case approval
  /// A promotion has begun; the environment is held.
  case promotionStarted = "promotion_started"
  /// A step of a promotion or rollback is about to be taken, or was taken.
  case step
  /// The release runs and its checks have passed.
  case promotionSucceeded = "promotion_succeeded"
  /// The release did not stay.
  case promotionFailed = "promotion_failed"
  /// A return to an earlier release has begun.
  case rollbackStarted = "rollback_started"
  /// The earlier release runs and its checks have passed.
  case rollbackSucceeded = "rollback_succeeded"
  /// The earlier release could not be brought back.
  case rollbackFailed = "rollback_failed"
  /// Nothing is promoted to an environment for a time.
  case freeze
  /// Promotion to an environment is open again.
  case thaw
  /// A release was withdrawn.
  case yank

  /// Returns the role whose keys may say this.
  package func role(in environment: String?) -> Role {
    switch self {
    case .trust: .ledger
    case .release, .yank: .release
    case .gate, .waiver: .gate
    case .approval: .approve(environment ?? "*")
    case .promotionStarted, .step, .promotionSucceeded, .promotionFailed, .rollbackStarted,
      .rollbackSucceeded,
      .rollbackFailed, .freeze, .thaw:
      .promote(environment ?? "*")
    }
  }

  /// How many keys of the role must sign; nil: as many as the role asks for.
  ///
  /// What a release or a trust root weighs is decided by the signatures on itself, not on the entry that notes it.
  package var threshold: Int? {
    switch self {
    case .trust, .release: 1
    default: nil
    }
  }

  /// Whether the event belongs to an environment.
  package var needsEnvironment: Bool {
    switch self {
    case .trust, .release, .yank, .gate, .waiver: false
    default: true
    }
  }

  /// Whether the event names a release.
  package var needsRelease: Bool {
    switch self {
    case .trust, .freeze, .thaw, .waiver: false
    default: true
    }
  }

  /// Whether the event belongs to a promotion or rollback.
  package var needsOperation: Bool {
    switch self {
    case .promotionStarted, .step, .promotionSucceeded, .promotionFailed, .rollbackStarted,
      .rollbackSucceeded,
      .rollbackFailed:
      true
    default: false
    }
  }
}
