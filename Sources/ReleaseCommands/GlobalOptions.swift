package import ArgumentSyntax
internal import ReleaseConsole
package import StrictJSON

/// The options that every command has.
struct GlobalOptions: Sendable {
  var directory: String?
  var configuration: String?
  var isJSON = false
  var quiet = 0
  var isVerbose = false
  var saysYes = false
  var color = ColorChoice.auto
  var logFormat = LogFormat.text
  var now: Timestamp?

  static let slots: [Slot<GlobalOptions>] = Slot.group(
    SlotDescription.globalGroup,
    [
      .option("--directory -C", \.directory, "dir", "Run as if started in this folder"),
      .option(
        "--config", \.configuration, "file",
        "Configuration; default: `release.json` at the repository's root",
        env: "RELEASE_CONFIG"),
      .flag("--json", \.isJSON, "Print one JSON document on stdout, on success and on failure"),
      .flag("--quiet -q", \.quiet, "Say only warnings and errors; twice: nothing"),
      .flag("--verbose -v", \.isVerbose, "Say more: what is run and why"),
      .flag(
        "--yes", \.saysYes,
        "Answer yes to questions; no command asks any, so nothing waits without a terminal"),
      .option("--color", \.color, "when", "Whether to colour"),
      .option(
        "--log-format", \.logFormat, "form", "The form of messages on stderr", env: "RELEASE_LOG_FORMAT"),
      .option("--now", \.now, "time", "The clock, for tests").hidden(),
    ])

  var verbosity: Verbosity { isVerbose ? .verbose : quiet >= 2 ? .silent : quiet == 1 ? .quiet : .normal }
}

extension ColorChoice: ArgumentValue {}
extension LogFormat: ArgumentValue {}

extension Timestamp: ArgumentValue {
  package init(argument: String) throws(ArgumentValueError) {
    do { try self.init(parsing: argument) } catch { throw .form("a time such as 2026-11-21T03:20:11Z") }
  }
}

extension TimeSpan: ArgumentValue {
  package init(argument: String) throws(ArgumentValueError) {
    do { try self.init(parsing: argument) } catch { throw .form("a span such as 90s, 30m, 24h or 365d") }
  }
}
