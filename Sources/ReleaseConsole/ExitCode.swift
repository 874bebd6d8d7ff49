/// What the program's exit status says; scripts depend on it.
package enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  case refused = 1
  case usage = 2
  case environment = 3
  case pending = 4
  case restored = 5
  case halfway = 6
  case bug = 70
  case interrupted = 130

  /// What it means, in one line.
  package var meaning: String {
    switch self {
    case .done: "yes, done, or nothing to do"
    case .refused: "refused: checked, and the answer is no"
    case .usage: "wrong usage or configuration; nothing was touched"
    case .environment:
      "git, a file, the network, a registry, OpenSSL or a target failed; trying again may help"
    case .pending: "something must pass first: soak time, approval, freeze, lease; safe to try again later"
    case .restored: "the promotion failed and the previous release was restored"
    case .halfway: "stopped half-way or the restore failed: see `release status` and `release resume`"
    case .bug: "a bug in `release`; please report it"
    case .interrupted: "interrupted"
    }
  }
}
