internal import ArgumentSyntax
internal import ConventionalCommits
internal import Effects
internal import ReleaseConsole
internal import ReleasePlanning
internal import StrictJSON

/// `release lint`: whether commit messages follow the convention.
struct LintCommand: Command {
  var file: String?
  var range: String?
  var installsHook = false
  var isDryRun = false
  var global = GlobalOptions()

  static let syntax = declare(
    "lint", "Check commit messages", in: .maintainers,
    [
      .positional("file", \.file, "A file with one message, or `-` for stdin"),
      .option("--range", \.range, "a..b", "Check all commits of a range instead"),
      .flag("--install-hook", \.installsHook, "Write a git commit-msg hook that runs this"),
      .flag("--dry-run", \.isDryRun, "Say where the hook would be written"),
    ],
    examples: ["release lint --range main..HEAD", "echo 'feat: x' | release lint -"],
    exits: [.done, .refused, .usage, .environment], exclusions: [["--range", "--install-hook"]])

  func run(in session: Session) async throws -> Answer {
    let workspace = try session.workspace()
    if installsHook { return try installHook(in: workspace, session) }
    let linter = Linter(policy: workspace.configuration.version)
    if let range { return try lint(range, in: workspace, with: linter) }
    let bytes = try message(session)
    let report = linter.report(
      on: CommitMessage(parsing: bytes, strict: workspace.configuration.version.isStrict))
    return Answer(
      lines: report.lines, refusal: report.isValid ? nil : Diagnosis.lintRefusal(count: 1)
    ) { report.document }
  }

  private func message(_ session: Session) throws -> [UInt8] {
    guard let file, file != "-" else { return try session.world.readInput(64 << 20) }
    return try session.world.files.read(session.path(file), limit: 64 << 20)
  }

  private func lint(_ range: String, in workspace: Workspace, with linter: Linter) throws -> Answer {
    let ends = range.ends
    let repository = try workspace.repository()
    let head = try repository.commit(ends.1.isEmpty ? "HEAD" : ends.1)
    let base = try ends.0.isEmpty ? nil : repository.commit(ends.0)
    let reports = try repository.commits(GitLogQuery(from: base, to: head)).map { commit in
      let message = CommitMessage(parsing: commit.message, strict: workspace.configuration.version.isStrict)
      return (commit.id, linter.report(on: message, isMerge: commit.parents.count > 1))
    }
    let lines = reports.flatMap { id, report in report.lines.map { "\(id.prefix(7)) \($0)" } }
    let invalid = reports.filter { !$0.1.isValid }.count
    return Answer(lines: lines, refusal: invalid == 0 ? nil : Diagnosis.lintRefusal(count: invalid)) {
      ["commits": .array(reports.map { id, report in .object(report.document(of: id)) })]
    }
  }

  /// Somebody without the program can commit all the same: CI lints the range.
  private static let hook = """
    #!/bin/sh
    # Installed by `release lint --install-hook`.
    if ! command -v release >/dev/null; then
      echo 'release is not on the PATH: the message was not checked' >&2
      exit 0
    fi
    # What a merge says is git's business.
    if [ -f "$(git rev-parse --git-path MERGE_HEAD)" ]; then exit 0; fi
    git stripspace --strip-comments <"$1" | release lint -

    """

  private func installHook(in workspace: Workspace, _ session: Session) throws -> Answer {
    let path = try workspace.repository().hooksFolder(in: workspace.root) + "/commit-msg"
    if !isDryRun {
      try session.world.files.makeDirectory(PathText.folder(of: path))
      let isThere = try session.world.files.readIfPresent(path, limit: 1 << 20) == Array(Self.hook.utf8)
      if !isThere { try session.world.files.create(Array(Self.hook.utf8), at: path, mode: 0o755) }
    }
    return Answer("\(path, as: .path)", document: ["hook": .string(path)])
  }
}
