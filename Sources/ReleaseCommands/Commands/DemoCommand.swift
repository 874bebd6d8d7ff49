internal import ArgumentSyntax
internal import Effects
internal import ReleaseConsole

/// `release demo`: the whole chain on a fresh repository, and what an attacker and a bad release run into.
struct DemoCommand: Command {
  var keep: String?
  var global = GlobalOptions()

  static let syntax = declare(
    "demo", "Show the whole chain on a fresh repository", in: .help,
    [.option("--keep", \.keep, "dir", "Make it in this folder and leave it there to play with")],
    discussion: "Needs git, tar and openssl; everything happens in one folder.",
    exits: [.done, .refused, .environment])

  func run(in session: Session) async throws -> Answer {
    try await Demo(session: session, keep: keep).run()
  }
}
