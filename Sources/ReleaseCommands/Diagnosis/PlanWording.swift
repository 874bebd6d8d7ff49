internal import ConventionalCommits
internal import ReleasePlanning
internal import SemanticVersions

/// The words for what became of commits.
enum PlanWording {
  static func because(_ account: AccountedCommit) -> String {
    switch account.because {
    case .rules(let verdict): because(verdict)
    case .ignoredCommit: "named in version.ignore.commits"
    case .ignoredAuthor(let author): "its author `\(author)` is named in version.ignore.authors"
    case .revertedBy(let commit): "undone by \(commit.prefix(7))"
    case .reverts(let commit): "undoes \(commit.prefix(7)), which is in the same range"
    case .revertsReleased(let commit): "undoes \(commit.prefix(7)), which was released before: patch"
    }
  }

  private static func because(_ verdict: BumpRules.Verdict) -> String {
    switch verdict.because {
    case .rule(let index): "rule \(index + 1) of version.rules: \(verdict.bump.rawValue)"
    case .preset(let type): "`\(type)` is \(verdict.bump.rawValue)"
    case .breaking: "a breaking change is major"
    case .noEffect(let type): "`\(type)` moves nothing"
    case .notConventional: "the subject is no `type: description`"
    }
  }

  static func origin(of plan: VersionPlan) -> String {
    let base = plan.base.map { "since \($0.name)" } ?? "since the beginning"
    let count = "\(plan.commits.count) commits \(base)"
    guard let next = plan.next else { return "nothing to release: \(count), none of them moves the version" }
    switch plan.origin {
    case .commits: return "\(next): \(plan.bump.rawValue), from \(count)"
    case .initial: return "\(next): the first version, from \(count)"
    case .asked: return "\(next): asked for, with \(count)"
    case .footer(let commit):
      return "\(next): asked for by `Release-As` in \(commit.prefix(7)), with \(count)"
    }
  }
}
