internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The words for plans that were written down.
enum PlanFileWording {
  static func diagnostic(of error: PinnedPlanError) -> Diagnostic {
    let problem =
      switch error {
      case .syntax(let error): FormatWording.json(error)
      case .shape(let error): FormatWording.shape(error.problem, at: error.path.description).0
      }
    return Diagnostic(
      code: "malformed_plan", problem: "this is no plan: \(problem)",
      hints: ["write one: `release plan --output plan.json`"], exit: .usage)
  }

  static func diagnostic(of moved: PlanMoved) -> Diagnostic {
    let (code, problem) = words(moved)
    return Diagnostic(
      code: code, problem: "the plan does not hold any more: \(problem)", hints: [hint(moved)], exit: .refused
    )
  }

  private static func hint(_ moved: PlanMoved) -> String {
    if case .remoteNotAsked(let remote) = moved {
      return "cut with `--remote \(remote)`, and without `--offline`"
    }
    return "make a new one: `release plan --output plan.json`"
  }

  private static func words(_ moved: PlanMoved) -> (code: String, problem: String) {
    switch moved {
    case .head(let planned, let now):
      ("head_moved", "the head was \(planned.prefix(7)) and is \(now.prefix(7))")
    case .base(let planned, let now):
      ("base_moved", "the last release was \(name(planned)) and is \(name(now))")
    case .remoteTags(let remote): ("remote_tags_moved", "\(remote) has other release tags")
    case .remoteNotAsked(let remote):
      ("remote_tags_unknown", "it knows the release tags of \(remote), which was not asked for them now")
    case .branch(let planned, let now):
      ("plan_differs", "it is for \(planned ?? "no branch"), and this is \(now ?? "none")")
    case .answer:
      (
        "plan_differs",
        "the commits are read otherwise now: a message was corrected, or the configuration changed"
      )
    case .version(let planned, let now):
      (
        "plan_differs",
        "it says \(planned?.description ?? "no release"), and the same commits now give "
          + (now?.description ?? "none")
      )
    }
  }

  private static func name(_ base: PinnedPlan.Base?) -> String {
    base.map { "\($0.tag) on \($0.commit.prefix(7))" } ?? "none"
  }
}
