internal import ConventionalCommits
internal import ReleasePlanning
internal import SemanticVersions
internal import StrictJSON

/// The words for what became of commits.
enum PlanWording {
  static func because(_ account: AccountedCommit) -> String {
    let correction = account.commit.correction.map { "corrected in \(place(of: $0)): " } ?? ""
    return correction + because(account.because)
  }

  private static func because(_ because: AccountedCommit.Because) -> String {
    switch because {
    case .rules(let verdict): self.because(verdict)
    case .excluded(.commit): "named in version.ignore.commits"
    case .excluded(.author(let author)): "its author `\(author)` is named in version.ignore.authors"
    case .excluded(.paths): "it touches nothing but version.ignore.paths"
    case .revertedBy(let commit): "undone by \(short(commit))"
    case .reverts(let commit): "undoes \(short(commit)), which is in the same range"
    case .revertsReleased(let reversal): "undoes \(what(reversal)), which is not in the range: patch"
    case .releaseAs(let text): "its footer asks for \(text)"
    case .overruled(let text): "its footer asks for \(text), and a newer one is heard"
    case .bringsBack(let verdict): "brings back what was undone before: \(self.because(verdict))"
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

  private static func place(of correction: CommitReading.Correction) -> String {
    switch correction {
    case .file: CorrectionsSource.path
    case .note: "a note in refs/notes/release"
    }
  }

  private static func what(_ reversal: Reversal) -> String {
    switch reversal {
    case .commit(let digits): String(digits.prefix(7))
    case .pullRequest(let number): "#\(number)"
    case .subject(let subject): "`\(subject)`"
    }
  }

  /// The name of a commit as people say it.
  static func short(_ commit: CommitName) -> String {
    commit == .none ? "preview" : String(commit.description.prefix(7))
  }

  static func origin(of plan: VersionPlan) -> String {
    let base = plan.base.map { "since \($0.name)" } ?? "since the beginning"
    let count = "\(plan.commits.count) commit\(plan.commits.count == 1 ? "" : "s") \(base)"
    guard let next = plan.next else { return "nothing to release: \(count), none of them moves the version" }
    switch plan.origin {
    case .commits: return "\(next): \(plan.bump.rawValue), from \(count)"
    case .initial: return "\(next): the first version, from \(count)"
    case .asked: return "\(next): asked for, with \(count)"
    case .footer(let commit): return "\(next): asked for by `Release-As` in \(short(commit)), with \(count)"
    case .dependencies: return "\(next): \(plan.bump.rawValue), for what it is built from, with \(count)"
    }
  }

  /// What a maintainer should know about commits that count, or do not, for the form of a line.
  static func warnings(_ plan: VersionPlan, _ policy: VersionPolicy) -> [String] {
    plan.commits.filter {
      $0.kind.breaking == .onlyGlued && $0.outcome != .cancelled && $0.outcome != .ignored
    }
    .map { account in
      let counts = policy.isStrict ? "it does not count (version.strict)" : "it counts all the same"
      return "\(short(account.commit.id)) announces a breaking change in the middle of a paragraph; \(counts)"
    }
  }

  /// The tags that are no releases.
  static func ignored(_ tags: [String]) -> [String] {
    guard !tags.isEmpty else { return [] }
    let rest = tags.count > 5 ? " and \(tags.count - 5) more" : ""
    return ["  ignored tags: \(tags.prefix(5).joined(separator: ", "))\(rest)"]
  }

  static func dependency(_ dependency: VersionPlan.Dependency) -> String {
    "\(dependency.component) \(dependency.version)" + (dependency.isPending ? ", still to be released" : "")
  }
}

extension PolicyFit {
  /// The settings as `release.json` has them.
  var settings: String {
    "preset: \"\(preset.rawValue)\", squash: \"\(squash.rawValue)\", "
      + "pre_major: { breaking: \"\(preMajor.breaking.rawValue)\", feature: \"\(preMajor.feature.rawValue)\" }"
  }

  var document: JSONObject {
    [
      "preset": .string(preset.rawValue), "squash": .string(squash.rawValue),
      "pre_major": [
        "breaking": .string(preMajor.breaking.rawValue), "feature": .string(preMajor.feature.rawValue),
      ], "agreed": JSONValue(agreed), "total": JSONValue(total),
    ]
  }
}
