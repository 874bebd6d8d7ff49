internal import ArgumentSyntax
internal import ReleaseConsole

/// Every verb of the program, in the order of help.
enum CommandCatalog {
  static let commands: [AnyCommand] = [
    AnyCommand("init", InitCommand.self),
    AnyCommand("plan", PlanCommand.self),
    AnyCommand("lint", LintCommand.self),
    AnyCommand("changelog", ChangelogCommand.self),
    AnyCommand("render", RenderCommand.self),
    AnyCommand("cut", CutCommand.self),
    AnyCommand("seal", SealCommand.self),
    AnyCommand("manifest create", ManifestCreateCommand.self),
    AnyCommand("manifest show", ManifestShowCommand.self),
    AnyCommand("manifest diff", ManifestDiffCommand.self),
    AnyCommand("manifest export", ManifestExportCommand.self),
    AnyCommand("sign", SignCommand.self),
    AnyCommand("verify", VerifyCommand.self),
    AnyCommand("publish", PublishCommand.self),
    AnyCommand("provenance create", ProvenanceCreateCommand.self),
    AnyCommand("provenance verify", ProvenanceVerifyCommand.self),
    AnyCommand("key new", KeyNewCommand.self),
    AnyCommand("key show", KeyShowCommand.self),
    AnyCommand("key id", KeyIDCommand.self),
    AnyCommand("key export", KeyExportCommand.self),
    AnyCommand("trust init", TrustInitCommand.self),
    AnyCommand("trust update", TrustUpdateCommand.self),
    AnyCommand("trust show", TrustShowCommand.self),
    AnyCommand("trust verify", TrustVerifyCommand.self),
    AnyCommand("ledger init", LedgerInitCommand.self),
    AnyCommand("ledger show", LedgerShowCommand.self),
    AnyCommand("ledger verify", LedgerVerifyCommand.self),
    AnyCommand("ledger witness", LedgerWitnessCommand.self),
    AnyCommand("promote", PromoteCommand.self),
    AnyCommand("rollback", RollbackCommand.self),
    AnyCommand("resume", ResumeCommand.self),
    AnyCommand("status", StatusCommand.self),
    AnyCommand("history", HistoryCommand.self),
    AnyCommand("approve", ApproveCommand.self),
    AnyCommand("freeze", FreezeCommand.self),
    AnyCommand("thaw", ThawCommand.self),
    AnyCommand("yank", YankCommand.self),
    AnyCommand("demo", DemoCommand.self),
    AnyCommand("version", VersionCommand.self),
  ]

  /// The tree that words are resolved by.
  static let tree = tree(of: commands)

  private static func tree(of commands: [AnyCommand]) -> CommandTree {
    CommandTree(
      "release", "From commits to production on one chain of signed evidence.",
      commands: commands.map(\.description), globals: GlobalOptions.slots.map(\.description),
      topics: HelpTopics.all)
  }

  /// Returns what words ask for.
  ///
  /// Describing all commands takes longer than most of them run; those that the words can mean are few.
  static func resolve(_ words: [String]) throws(UsageError) -> CommandTree.Resolution {
    let meant = commands.filter { $0.verbs.allSatisfy(words.contains) }
    do throws(UsageError) {
      if case .run(let command, let words) = try tree(of: meant).resolve(words) {
        return .run(command, words: words)
      }
    } catch {
      // The whole tree knows better what is wrong.
    }
    return try tree.resolve(words)
  }

  /// Reads the words of a command.
  static func parse(
    _ description: CommandDescription, _ words: [String], _ environment: [String: String]
  ) throws(UsageError) -> any Command {
    guard let command = commands.first(where: { $0.verbs == description.verbs }) else {
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
      RELEASE_KEY             the key that signs: \(KeySource.forms)
      RELEASE_LEDGER_KEY      the key that signs the ledger's checkpoint
      RELEASE_PASSPHRASE      the passphrase of an encrypted key; handed on to no program
      RELEASE_SIGNING_KEY     a PEM text, for `--key env:RELEASE_SIGNING_KEY`; like every variable that holds a
                              private key, or that `env:` or `--passphrase-env` names, handed on to no program
      SSH_AUTH_SOCK           where the ssh-agent answers, for `agent:` keys
      RELEASE_TRUST_PIN       the digest of a trust root that the newest must follow from: sha256:…
      RELEASE_LEDGER          the ledger's place
      RELEASE_CONFIG          the configuration
      RELEASE_LOG_FORMAT      text or json
      RELEASE_ACTOR           who acts, for the record; else GITHUB_ACTOR, GITLAB_USER_LOGIN, USER
      GITHUB_BASE_REF, GITHUB_REF_NAME, CI_MERGE_REQUEST_TARGET_BRANCH_NAME, CI_COMMIT_BRANCH
                              the branch of a job whose checkout stands on none
      REGISTRY_AUTH_FILE, DOCKER_CONFIG, XDG_RUNTIME_DIR
                              where credentials for registries are; else ~/.docker/config.json
      RELEASE_BUILDER, RELEASE_INVOCATION
                              who builds and in which run, where the CI is none of these two:
      GITHUB_ACTIONS, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REPOSITORY_ID, GITHUB_WORKFLOW_REF,
      GITHUB_WORKFLOW_SHA, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, GITHUB_EVENT_NAME, GITHUB_REF, GITHUB_SHA,
      RUNNER_ENVIRONMENT      the run on GitHub Actions, for `provenance create`
      GITLAB_CI, CI_PROJECT_URL, CI_PROJECT_ID, CI_JOB_URL, CI_JOB_STARTED_AT, CI_PIPELINE_ID, CI_PIPELINE_SOURCE,
      CI_CONFIG_REF_URI, CI_RUNNER_ID, CI_RUNNER_VERSION, CI_SERVER_VERSION, CI_COMMIT_SHA, CI_COMMIT_TAG,
      CI_COMMIT_BRANCH        the run on GitLab CI, for `provenance create`
      SOURCE_DATE_EPOCH       the time of whatever lands in a file, in seconds
      TRACEPARENT             the trace (W3C); handed on to every program that is run
      NO_COLOR, CLICOLOR_FORCE, TERM

      """)
}
