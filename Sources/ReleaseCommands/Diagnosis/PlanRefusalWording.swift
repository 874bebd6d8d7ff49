internal import ReleaseConsole
internal import ReleasePlanning
internal import SemanticVersions

/// The words for why no version is named.
enum PlanRefusalWording {
  private typealias Words = (code: String, problem: String, hint: String)

  static func diagnostic(of refusal: PlanRefusal) -> Diagnostic {
    let words = words(refusal)
    return Diagnostic(
      code: words.code, problem: words.problem, because: because(refusal), hints: [words.hint], exit: .refused
    )
  }

  private static func words(_ refusal: PlanRefusal) -> Words {
    switch refusal {
    case .shallowHistory:
      (
        "shallow_clone", "this clone is shallow: commits since the last release are missing",
        "fetch the rest: `git fetch --tags --unshallow`"
      )
    case .otherTagForm(let form, let found, let count):
      (
        "other_tag_form", "no tag has the form `\(form)`, and \(count) of the others look like `\(found)`",
        "say so in release.json: `{ version: { tag: \"\(found)\" } }`, or begin anew with `--release-as`"
      )
    case .detachedHead:
      (
        "detached_head", "the head stands on no branch, so what is released from here is not known",
        "go to a branch: `git switch main`, or say it: `--channel stable`"
      )
    case .notAbove(let asked, let current):
      ("not_above", "\(asked) is not above \(current)", "choose a version above \(current)")
    case .footerUnreadable(let text, let commit):
      (
        "release_as", "`Release-As: \(text)` in \(PlanWording.short(commit)) is no version",
        "overrule it with `--release-as X.Y.Z`"
      )
    case .channelIdentifier(let text):
      ("configuration", "`\(text)` cannot stand in a version", "use letters, digits and hyphens")
    case .outsideLine(let version, let line, let window): outside(version, line, window)
    case .missingTags(let remote, let tags):
      (
        "missing_tags", "\(remote) has releases of these commits whose tags are not here",
        "fetch \(tags.count == 1 ? "it" : "them"): `git fetch \(remote) --tags`"
      )
    case .tagExists(let tag, let commit):
      (
        "tag_exists", "\(tag) exists already, on \(PlanWording.short(commit))",
        "merge it: `git merge \(tag)`, or choose another version with `--release-as`"
      )
    case .tagOnRemote(let tag, let remote):
      (
        "tag_on_remote", "\(remote) has \(tag) already, on a commit that is not here",
        "get it: `git fetch \(remote) --tags`, then merge it or choose with `--release-as`"
      )
    case .tagDiffers(let tag, let here, let there, let remote):
      (
        "tag_differs",
        "\(tag) is \(PlanWording.short(here)) here and \(PlanWording.short(there)) on \(remote): one of them was moved",
        "find out who moved it; to take the one of \(remote): `git fetch \(remote) tag \(tag) --force`"
      )
    case .ambiguousTags:
      (
        "ambiguous_tags", "several tags could be the last release",
        "remove the wrong one: `git tag --delete TAG`, or name the right one with `--from TAG`"
      )
    case .unknownBase(let name):
      ("unknown_base", "`\(name)` is no release that this commit can reach", "see `git tag --merged`")
    }
  }

  private static func outside(_ version: Version, _ line: String?, _ window: VersionWindow) -> Words {
    let limits =
      window.isEmpty
      ? "may release nothing before a stable branch has gone on above \(window.lower)"
      : "releases versions from \(window.lower) on\(window.upper.map { " and below \($0)" } ?? "") only"
    let branch = line.map { "this branch of \($0)" } ?? "this branch"
    return (
      "outside_line",
      "the commits ask for \(version), and \(branch) \(limits): other branches count on from there",
      "release it from the branch that goes on from there, or take the change out of this one"
    )
  }

  private static func because(_ refusal: PlanRefusal) -> [String] {
    switch refusal {
    case .missingTags(_, let tags), .ambiguousTags(let tags): Array(tags.prefix(10))
    default: []
    }
  }
}
