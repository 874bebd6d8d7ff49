internal import ArgumentSyntax
internal import ReleaseConsole
internal import StrictJSON

/// `release version`: which program this is.
struct VersionCommand: Command {
  var global = GlobalOptions()

  static let syntax = declare("version", "Print the version of this program", in: .help, [], exits: [.done])

  func run(in session: Session) async throws -> Answer {
    Answer(
      lines: ["\(ToolVersion.name) \(ToolVersion.number)"],
      document: ["name": .string(ToolVersion.name), "version": .string(ToolVersion.number)])
  }
}
