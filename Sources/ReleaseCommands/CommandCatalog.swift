internal import ArgumentSyntax
internal import ReleaseConsole

/// Every verb of the program, in the order of help.
enum CommandCatalog {
  static let commands: [AnyCommand] = [
    AnyCommand(InitCommand.self), AnyCommand(PlanCommand.self), AnyCommand(LintCommand.self),
    AnyCommand(ChangelogCommand.self),
    AnyCommand(RenderCommand.self), AnyCommand(CutCommand.self), AnyCommand(SealCommand.self),
    AnyCommand(ManifestCreateCommand.self), AnyCommand(ManifestShowCommand.self),
    AnyCommand(SignCommand.self),
    AnyCommand(VerifyCommand.self), AnyCommand(KeyNewCommand.self), AnyCommand(KeyShowCommand.self),
    AnyCommand(KeyIDCommand.self), AnyCommand(TrustInitCommand.self), AnyCommand(TrustShowCommand.self),
    AnyCommand(TrustVerifyCommand.self), AnyCommand(LedgerInitCommand.self),
    AnyCommand(LedgerShowCommand.self),
    AnyCommand(LedgerVerifyCommand.self), AnyCommand(PromoteCommand.self), AnyCommand(RollbackCommand.self),
    AnyCommand(ResumeCommand.self), AnyCommand(StatusCommand.self), AnyCommand(HistoryCommand.self),
    AnyCommand(ApproveCommand.self), AnyCommand(FreezeCommand.self), AnyCommand(ThawCommand.self),
    AnyCommand(YankCommand.self), AnyCommand(DemoCommand.self), AnyCommand(VersionCommand.self),
  ]

  /// The tree that words are resolved by.
  static let tree = CommandTree(
    "release", "From commits to production on one chain of signed evidence.",
    commands: commands.map(\.description),
    globals: GlobalOptions.slots.map(\.description), topics: HelpTopics.all)

  /// Reads the words of a command.
  static func parse(
    _ description: CommandDescription, _ words: [String], _ environment: [String: String]
  ) throws(UsageError) -> any Command {
    guard let command = commands.first(where: { $0.description == description }) else {
      throw UsageError(command: description.name, fault: .missingCommand(choices: []))
    }
    return try command.parse(words, environment)
  }
}

/// Pages of help about no single command.
enum HelpTopics {
  static let all = [exitCodes, environment]

  private static let exitCodes = HelpTopic(
    name: "exit-codes", summary: "What the exit status says",
    text: ExitCode.allCases.map { code in
      "\(String(repeating: " ", count: 4 - "\(code.rawValue)".utf8.count))\(code.rawValue)  \(code.meaning)\n"
    }.joined())

  private static let environment = HelpTopic(
    name: "environment", summary: "The variables that are read",
    text: """
      RELEASE_KEY             the key that signs: a PEM file, env:NAME or -
      RELEASE_LEDGER_KEY      the key that signs the ledger's checkpoint
      RELEASE_PASSPHRASE      the passphrase of an encrypted key; handed on to no program
      RELEASE_SIGNING_KEY     a PEM text, for `--key env:RELEASE_SIGNING_KEY`; handed on to no program
      RELEASE_LEDGER          the ledger's place
      RELEASE_CONFIG          the configuration
      RELEASE_LOG_FORMAT      text or json
      RELEASE_ACTOR           who acts, for the record; else GITHUB_ACTOR, GITLAB_USER_LOGIN, USER
      GITHUB_BASE_REF, GITHUB_REF_NAME, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, CI_COMMIT_BRANCH
                              the branch of a job whose checkout stands on none
      SOURCE_DATE_EPOCH       the time of whatever lands in a file, in seconds
      TRACEPARENT             the trace (W3C); handed on to every program that is run
      NO_COLOR, CLICOLOR_FORCE, TERM

      """)
}
