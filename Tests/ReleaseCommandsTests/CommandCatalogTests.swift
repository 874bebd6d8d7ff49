import ArgumentSyntax
import Testing

@testable import ReleaseCommands

@Suite("The catalog of commands")
struct CommandCatalogTests {
  @Test func `each command is listed under its own name`() {
    for command in CommandCatalog.commands { #expect(command.verbs == command.description.verbs) }
  }

  @Test(arguments: [
    "plan", "plan --preview lint", "--json key new", "-C plan lint -", "key", "key old", "plna", "help plan",
    "plan --help", "help", "", "--version", "version", "--expalin plan", "plan extra", "ledger lint",
    "-- plan",
    "trust show --quiet x", "manifest create", "create manifest",
  ])
  func `words mean the same as with all commands described`(line: String) {
    let words = line.split(separator: " ").map(String.init)
    func outcome(_ resolve: () throws(UsageError) -> CommandTree.Resolution) -> Result<
      CommandTree.Resolution, UsageError
    > {
      Result { () throws(UsageError) in try resolve() }
    }
    let quick = outcome { () throws(UsageError) in try CommandCatalog.resolve(words) }
    let whole = outcome { () throws(UsageError) in try CommandCatalog.tree.resolve(words) }
    #expect(quick == whole)
  }
}
