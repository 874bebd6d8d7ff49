import ArgumentSyntax
import Testing

@Suite("Help")
struct HelpTests {
  @Test func `a command's help has everything, in its order`() {
    #expect(
      Verify.syntax.help() == """
        Check a manifest's signatures and digests

        Usage: release verify [options] <manifest> [<image>...]

        Needs nothing but the files: no network call is made unless a remote ledger is
        named.

        All reasons for a refusal are printed, not only the first.

        Arguments:
          <manifest>              Manifest to check
          [<image>...]            Image that must be in it

        Options:
          -k, --key <file>        Trust this public key [repeatable] [env: RELEASE_KEY]
          --role <name>           Require this role's threshold
          --max-age <duration>    Refuse a ledger without a cosignature that is at most
                                  this old
          --depth <number>        Look so far back

        What to compare:
          -r, --rederive          Derive version and changelog again
          --full                  Compare everything
          --tag <tag>             Compare with this tag only

        Global options:
          -C, --directory <dir>   Run as if started in this directory
          --json                  Print exactly one JSON document on stdout
          -q, --quiet             Hide chatter; twice, hide errors, too
          --color {auto | always | never}
                                  Colour the messages
          -h, --help              Print help; `-h` prints a shorter one

        Examples:
          release verify dist/1.4.0.json
          release verify dist/1.4.0.json --key ci.pub.pem

        Exit codes: 0, 1, 2, 3; see `release help exit-codes`

        """)
  }

  @Test func `short help fits a screen`() {
    #expect(
      Verify.syntax.shortHelp() == """
        Check a manifest's signatures and digests

        Usage: release verify [options] <manifest> [<image>...]

        Arguments:
          <manifest>              Manifest to check
          [<image>...]            Image that must be in it

        Options:
          -k, --key <file>        Trust this public key [repeatable] [env: RELEASE_KEY]
          --role <name>           Require this role's threshold
          --max-age <duration>    Refuse a ledger without a cosignature that is at most
                                  this old
          --depth <number>        Look so far back

        What to compare:
          -r, --rederive          Derive version and changelog again
          --full                  Compare everything
          --tag <tag>             Compare with this tag only

        More: `release verify --help`

        """)
  }

  @Test func `the program's help lists every command`() {
    #expect(
      tree.text(of: .program(isShort: false)) == """
        From commits to a signed release in production, every step provable

        Usage: release [options] <command>

        Making a release:
          plan                    Show the next version and why

        Signing:
          verify                  Check a manifest's signatures and digests
          key new                 Make a key pair
          key show                Print a public key

        Ledger:
          ledger prove            Write a proof that an entry is in the ledger

        Global options:
          -C, --directory <dir>   Run as if started in this directory
          --json                  Print exactly one JSON document on stdout
          -q, --quiet             Hide chatter; twice, hide errors, too
          --color {auto | always | never}
                                  Colour the messages
          -h, --help              Print help; `-h` prints a shorter one
          --version               Print the version

        Help topics:
          exit-codes              What each exit code means

        More: `release help <command>`, `release help <topic>`

        """)
  }

  @Test func `the program's short help lists first words`() {
    #expect(
      tree.text(of: .program(isShort: true)) == """
        From commits to a signed release in production, every step provable

        Usage: release [options] <command>

          Making a release        plan
          Signing                 verify, key
          Ledger                  ledger

        More: `release --help`

        """)
  }

  @Test func `a group's help lists its commands`() {
    #expect(
      tree.text(of: .group("key")) == """
        Usage: release key <command> [options]

        Commands:
          key new                 Make a key pair
          key show                Print a public key

        More: `release key <command> --help`

        """)
  }

  @Test func `a topic is printed as it is`() {
    #expect(tree.text(of: .topic(tree.topics[0])) == "0  done\n")
  }

  @Test(arguments: [40, 60, 80])
  func `no line is wider than asked for`(_ width: Int) {
    let pages =
      tree.commands.map { $0.help(width: width) } + [tree.text(of: .program(isShort: false), width: width)]
    let lines = pages.joined().split(separator: "\n").filter { !$0.hasPrefix("  ") || $0.hasPrefix("    ") }
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.count > 20)
  }

  @Test func `the usage line shows what must be given`() {
    let syntax = Syntax<Verify>(
      "release promote", "Promote a release",
      [
        .positional("release", \.manifest, "Release"), .positional("reason", \.tag, "Reason"),
        .option("--to", \.role, "environment", "Where to", required: true),
      ])
    #expect(syntax.description.usage == "release promote [options] --to <environment> <release> [<reason>]")
  }

  @Test func `hidden slots are parsed but not shown`() throws {
    #expect(!Verify.syntax.help().contains("--now"))
    #expect(try Verify.parse(["m", "--now", "x"]).globals.now == "x")
    #expect(Verify.syntax.table.contains { $0.names == ["--now"] && $0.isHidden })
  }
}
