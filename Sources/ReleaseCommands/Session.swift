internal import Effects
internal import ReleaseConsole
internal import StrictJSON

/// What a command has at hand: the world, the console, one moment, and how far it may go.
struct Session: Sendable {
  /// Files, programs, network, clock, environment.
  let world: World
  /// The only door to stdout and stderr.
  let console: Console
  /// The folder in which the command works.
  let directory: String
  /// The configuration that was named.
  let configuration: String?
  /// The moment of this run: asked once.
  let now: Timestamp
  /// The commands that this program has; the demo runs them in this process.
  let run: @Sendable ([String], World) async -> CapturedRun

  /// A path as it was given, seen from the command's folder.
  func path(_ given: String) -> String {
    given.utf8.first == UInt8(ascii: "/") ? given : "\(directory)/\(given)"
  }

  /// What programs that are run find in their environment: neither passphrase nor anything that holds a private key.
  var childEnvironment: [String: String] { world.environment.withoutSecrets }

  /// Git in the command's folder.
  var repository: GitRepository {
    GitRepository(directory: directory, subprocesses: world.subprocesses, environment: childEnvironment)
  }

  /// The time for whatever lands in a file: `SOURCE_DATE_EPOCH`, or else now.
  var fileTime: Timestamp {
    world.environment["SOURCE_DATE_EPOCH"].flatMap(Int64.init).map(Timestamp.init(secondsSinceEpoch:)) ?? now
  }

  /// Begins a line on the terminal that tells how far long work has come.
  func progress(_ what: String) -> ProgressLine {
    let clock = world.clock
    return ProgressLine(what, on: console, uptime: { clock.uptimeNanoseconds() })
  }

  /// Who acts, for the record: the CI's user, or the one who is logged in.
  var actor: String {
    let names = ["RELEASE_ACTOR", "GITHUB_ACTOR", "GITLAB_USER_LOGIN", "USER", "LOGNAME"]
    return names.lazy.compactMap { world.environment[$0] }.first { !$0.isEmpty } ?? "unknown"
  }
}

/// How a command that was run in this process ended, and what it said.
struct CapturedRun: Sendable {
  let exit: ExitCode
  /// stdout and stderr as a terminal would have shown them.
  let said: [UInt8]
}
