internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions

/// The words for why no version is named.
enum PlanRefusalWording {
  static func diagnostic(of refusal: PlanRefusal) -> Diagnostic {
    let (code, problem, hint) = words(refusal)
    return Diagnostic(code: code, problem: problem, hints: [hint], exit: .refused)
  }

  private static func words(_ refusal: PlanRefusal) -> (String, String, String) {
    switch refusal {
    case .shallowHistory:
      (
        "shallow_clone", "this clone is shallow: commits since the last release are missing",
        "fetch the rest: `git fetch --tags --unshallow`"
      )
    case .tagExists(let tag, let commit):
      (
        "tag_exists", "\(tag) exists already, on \(commit.prefix(7)), which this commit does not have",
        "merge it, or choose with `--release-as`"
      )
    case .notAbove(let asked, let current):
      ("not_above", "\(asked) is not above \(current)", "choose a version above \(current)")
    case .footerUnreadable(let text, let commit):
      (
        "release_as", "`Release-As: \(text)` in \(commit.prefix(7)) is no version",
        "overrule it with `--release-as X.Y.Z`"
      )
    case .unknownBase(let name):
      ("unknown_base", "`\(name)` is no release that this commit can reach", "see `git tag --merged`")
    case .outsideLine(let version, let line):
      (
        "outside_line", "the commits ask for \(version), and this branch releases \(line) only",
        "release it from the main line, or take the change out of \(line)"
      )
    case .channelIdentifier(let text):
      ("configuration", "`\(text)` cannot stand in a version", "use letters, digits and hyphens")
    }
  }
}
