internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole

/// A verb: its arguments, and what it does with them.
///
/// A new one is a file in `Commands/` and a line in `CommandCatalog`.
protocol Command: Sendable {
  /// The arguments, declared once.
  static var syntax: Syntax<Self> { get }
  /// The options that every command has.
  var global: GlobalOptions { get set }
  /// Everything at its default.
  init()
  /// Does the work and returns the answer; whatever goes wrong is thrown and worded by `Diagnosis`.
  func run(in session: Session) async throws -> Answer
}

extension Command {
  /// Declares a command with the shared options behind its own.
  static func declare(
    _ name: String, _ summary: String, in section: CommandSection, _ slots: [Slot<Self>],
    discussion: String = "",
    examples: [String] = [], exits: [ExitCode] = [.done, .usage, .environment], exclusions: [[String]] = []
  ) -> Syntax<Self> {
    let shared = GlobalOptions.slots.map { Slot<Self>.lifted($0, at: \.global) }
    return Syntax(
      "release \(name)", summary, slots + shared, discussion: discussion, examples: examples,
      exitCodes: exits.map(\.rawValue), section: section.rawValue, exclusions: exclusions)
  }
}

/// The headings of `release --help`.
enum CommandSection: String {
  case maintainers = "Prepare a release"
  case evidence = "Sign and verify"
  case operations = "Promote and roll back"
  case help = "Learn"
}
