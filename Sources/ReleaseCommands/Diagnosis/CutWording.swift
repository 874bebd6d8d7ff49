internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning

/// The words for why no release is cut.
enum CutWording {
  static func diagnostic(of refusal: CutRefusal) -> Diagnostic {
    let (code, problem, because, hint) = words(refusal)
    let exit: ExitCode = if case .noKey = refusal { .usage } else { .refused }
    return Diagnostic(code: code, problem: problem, because: because, hints: [hint], exit: exit)
  }

  private static func words(_ refusal: CutRefusal) -> (String, String, [String], String) {
    switch refusal {
    case .bareRepository:
      ("bare_repository", "a bare repository has no work tree to cut from", [], "clone it and cut there")
    case .dirtyTree(let paths):
      (
        "dirty_tree", "tracked files differ from the last commit", Array(paths.prefix(10)),
        "commit them, or set them aside: `git stash`"
      )
    case .detachedHead: ("detached_head", "the head stands on no branch", [], "go to one: `git switch main`")
    case .branchNotAllowed(let branch, let allowed):
      (
        "branch_not_allowed", "no channel releases from \(branch)",
        ["channels release from: \(allowed.joined(separator: ", "))"],
        "go to one of them, add it to `channels`, or name one with `--channel`"
      )
    case .untrackedInTheWay(let path):
      ("untracked_file", "`\(path)` is there and not tracked", [], "commit it, or move it away")
    case .notText(let path):
      (
        "not_text", "`\(path)` is no Markdown: it holds zero bytes, as UTF-16 does", [],
        "write it anew as UTF-8: `iconv -f UTF-16 -t UTF-8`"
      )
    case .notAFile(let path):
      (
        "not_a_file", "`\(path)` is a link, a folder or another repository, and cannot be changed", [],
        "put the file itself there, or name it where it is"
      )
    case .versionFile(let path, let problem): VersionFileWording.words(for: problem, in: path)
    case .sectionWithoutHeading(let template):
      (
        "section_without_heading", "the changelog template `\(template)` makes no heading with the version",
        ["a section of CHANGELOG.md is found again by its heading, such as `## [1.5.0] - 2026-05-01`"],
        "name one that does in `changelog.template`, such as `keep-a-changelog` or `angular`"
      )
    case .remoteAhead(let branch, let remote):
      (
        "remote_ahead", "\(branch) on \(remote) has commits that are not here", [],
        "get them: `git pull \(remote)`"
      )
    case .noRemote(let remote):
      ("no_remote", "there is no remote `\(remote)` to push to", [], "add one: `git remote add \(remote) …`")
    case .noKey:
      (
        "no_key", "there is no key to sign with", [],
        "name one with `--key`, or make one with `release key new`; `release cut --tag-only` needs none"
      )
    case .sealedOtherwise(let tag, let recorded, let drafted):
      (
        "sealed_otherwise", "\(tag) is sealed already, with another manifest",
        ["sealed: sha256:\(recorded)", "these inputs: sha256:\(drafted)"],
        "use the same artifacts and images, or cut a new version"
      )
    case .notAReleaseTag(let tag, let pattern):
      ("not_a_release_tag", "`\(tag)` is no release tag", ["tags are named `\(pattern)`"], "see `git tag`")
    }
  }

  static func diagnostic(of interrupted: CutInterrupted) -> Diagnostic {
    let cause = Diagnosis.diagnostic(of: interrupted.cause)
    let isHere = interrupted.done.contains { if case .moveRefs = $0 { true } else { false } }
    let fetching = isHere ? [] : ["get commit and tag here: `git pull --tags`"]
    return Diagnostic(
      code: "cut_interrupted",
      problem: "\(interrupted.tag) is pushed, and something after that failed: \(cause.problem)",
      because: cause.because,
      hints: cause.hints + fetching + ["mend it, then finish with `release seal \(interrupted.tag)`"],
      exit: .halfway)
  }

  static func diagnostic(of problem: SealProblem) -> Diagnostic {
    switch problem {
    case .otherProject(let configured, let trusted):
      Diagnostic(
        code: "project_mismatch",
        problem: "the configuration is for \(configured), the trust root for \(trusted)",
        hints: ["make `project` in release.json the same"], exit: .usage)
    case .trustExpired(let at):
      Diagnostic(
        code: "trust_expired", problem: "the trust root expired at \(at)",
        hints: ["its root keys must sign a new one"],
        exit: .refused)
    }
  }
}
