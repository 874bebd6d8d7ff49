internal import ArgumentSyntax
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleasePlanning
internal import SemanticVersions

/// The words for why a promotion or rollback does not begin, or does not end.
enum PromotionWording {
  static func diagnostic(of refusal: RollbackRefusal) -> Diagnostic {
    switch refusal {
    case .nothingRuns:
      refused("no_rollback_target", "no release of ours has run there", [], "promote one: `release promote`")
    case .nothingBefore(let current, let yanked):
      refused(
        "no_rollback_target", "the ledger proves no release that was healthy there before \(current)",
        yanked.map { "\($0) was withdrawn" }, "see `release history`")
    case .neverHealthy(let version):
      refused("never_healthy", "\(version) was never proven healthy there", [], "see `release history`")
    case .yanked(let version, let reason):
      refused("yanked", "\(version) was withdrawn: \(reason)", [], "choose another one")
    case .componentNeeded(let names):
      Diagnostic(
        code: "usage", problem: "several components run there",
        because: ["there are: \(names.joined(separator: ", "))"],
        hints: ["name one with `--component`"], exit: .usage)
    }
  }

  private static func refused(_ code: String, _ problem: String, _ because: [String], _ hint: String)
    -> Diagnostic
  {
    Diagnostic(code: code, problem: problem, because: because, hints: [hint], exit: .refused)
  }

  static func diagnostic(of problem: PromotionProblem) -> Diagnostic {
    switch problem {
    case .noWayBack(let version, let environment):
      refused(
        "no_way_back", "\(environment) does not hold \(version) any more, so there is no way back to it", [],
        "bring it back first: `release rollback \(environment) --to \(version) --artifacts DIR`")
    case .stranger(let version, let environment):
      refused(
        "drift",
        "\(environment) runs \(version), and by the ledger nothing: there would be no way back to it", [],
        "name the ledger that it was recorded in with `--ledger`, or take it out of service first")
    }
  }

  static func diagnostic(of lookup: ReleaseLookup) -> Diagnostic {
    switch lookup {
    case .refused(let word, let refusals):
      Diagnostic(
        code: refusals.first?.code.rawValue ?? "malformed",
        problem: "`\(word)` is no release that can be used",
        because: refusals.map(VerificationWording.sentence), exit: .refused)
    case .unknown(let word, let known):
      Diagnostic(
        code: "unknown_release", problem: "`\(word)` is neither a file nor a recorded version",
        because: known.isEmpty
          ? ["nothing is recorded yet"] : ["recorded: \(known.suffix(10).joined(separator: ", "))"],
        hints: nearest(to: word, among: known).map { ["did you mean `\($0)`?"] } ?? [
          "record one with `release cut` or `release seal`"
        ],
        exit: .usage)
    case .ambiguous(let word, let components):
      Diagnostic(
        code: "usage", problem: "several components have \(word)",
        because: ["they are: \(components.joined(separator: ", "))"],
        hints: ["name one with `--component`"], exit: .usage)
    }
  }

  static func diagnostic(of interrupted: RolloutInterrupted) -> Diagnostic {
    let cause = Diagnosis.diagnostic(of: interrupted.cause)
    let next =
      interrupted.cause is EventRefused
      ? "somebody else ended it meanwhile: look at `release status \(interrupted.environment)`"
      : "mend it, then go on with `release resume \(interrupted.environment)`"
    return Diagnostic(
      code: "interrupted", problem: "stopped half-way in \(interrupted.environment): \(cause.problem)",
      because: cause.because, hints: [next], exit: .halfway)
  }
}
