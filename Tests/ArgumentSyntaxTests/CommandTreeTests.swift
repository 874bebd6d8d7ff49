import ArgumentSyntax
import Testing

@Suite("Words to a command")
struct CommandTreeTests {
  @Test(arguments: [
    (["plan"], "release plan", []), (["verify", "m", "-k", "f"], "release verify", ["m", "-k", "f"]),
    (["key", "new", "x"], "release key new", ["x"]),
    (["--json", "plan", "-q"], "release plan", ["--json", "-q"]),
    (["-C", "key", "key", "new"], "release key new", ["-C", "key"]),
    (
      ["--color=never", "key", "--json", "show", "f"], "release key show",
      ["--color", "never", "--json", "f"]
    ),
    (["-qq", "plan"], "release plan", ["-q", "-q"]),
    (["verify", "--key", "help"], "release verify", ["--key", "help"]),
    (["verify", "--", "-h"], "release verify", ["--", "-h"]),
  ])
  func `the command is found, shared flags wherever they stand`(
    _ words: [String], _ name: String, _ rest: [String]
  ) throws {
    guard case .run(let command, let words) = try tree.resolve(words) else {
      return #expect(Bool(false), "\(words)")
    }
    #expect(command.name == name)
    #expect(words == rest)
  }

  static let pages: [([String], CommandTree.HelpPage)] = [
    (["--help"], .program(isShort: false)), (["-h"], .program(isShort: true)),
    (["help"], .program(isShort: false)),
    (["--json", "help"], .program(isShort: false)), (["key", "-h"], .group("key")),
    (["help", "key"], .group("key")),
    (["help", "verify"], .command(Verify.syntax.description, isShort: false)),
    (["verify", "-h"], .command(Verify.syntax.description, isShort: true)),
    (["-h", "verify"], .command(Verify.syntax.description, isShort: true)),
    (["verify", "--bogus", "-k", "-h"], .command(Verify.syntax.description, isShort: true)),
    (["verify", "m", "-qh"], .command(Verify.syntax.description, isShort: true)),
    (["verify", "m", "--help", "x"], .command(Verify.syntax.description, isShort: false)),
    (["help", "exit-codes"], .topic(tree.topics[0])),
  ]

  @Test(arguments: pages)
  func `help is given for what was named`(_ words: [String], _ page: CommandTree.HelpPage) throws {
    #expect(try tree.resolve(words) == .help(page))
  }

  @Test func `the version is asked for before a command`() throws {
    #expect(try tree.resolve(["--version"]) == .version)
    #expect(try tree.resolve(["--json", "--version", "plan"]) == .version)
  }

  static let refusals: [([String], String, UsageError.Fault)] = [
    ([], "release", .missingCommand(choices: ["plan", "verify", "key", "ledger", "help"])),
    (["--json"], "release", .missingCommand(choices: ["plan", "verify", "key", "ledger", "help"])),
    (["key"], "release key", .missingCommand(choices: ["new", "show"])),
    (["verfy"], "release", .unknownCommand("verfy", nearest: ["verify"])),
    (["hlep"], "release", .unknownCommand("hlep", nearest: ["help"])),
    (["prove"], "release", .unknownCommand("prove", nearest: ["ledger prove"])),
    (["deploy"], "release", .unknownCommand("deploy", nearest: [])),
    (["key", "shwo"], "release key", .unknownCommand("shwo", nearest: ["show"])),
    (["--jsno", "plan"], "release", .unknownFlag("--jsno", nearest: "--json")),
    (["--key", "f", "verify"], "release", .misplacedFlag("--key", commands: ["release verify"])),
    (["-C"], "release", .missingValue(option: "-C", valueName: "dir")),
    (["help", "exit-code"], "release", .unknownTopic("exit-code", nearest: ["exit-codes"])),
    (["help", "nothing"], "release", .unknownTopic("nothing", nearest: [])),
  ]

  @Test(arguments: refusals)
  func `what names no command is refused`(_ words: [String], _ command: String, _ fault: UsageError.Fault) {
    #expect(throws: UsageError(command: command, fault: fault)) { try tree.resolve(words) }
  }

  @Test(arguments: [
    (["prove"], "unknown command `release prove`", "did you mean `release ledger prove`?"),
    (
      ["--key", "f", "verify"], "`--key` stands before the command",
      "write it after the command: `release verify --key`"
    ),
    (["key"], "`release key` needs a command", "it is one of `new`, `show`"),
    (["help", "exit-code"], "no help about `exit-code`", "did you mean `release help exit-codes`?"),
  ])
  func `a refusal says what to type`(_ words: [String], _ problem: String, _ hint: String) {
    let error = #expect(throws: UsageError.self) { try tree.resolve(words) }
    #expect(error?.problem == problem)
    #expect(error?.hints.first == hint)
  }
}
