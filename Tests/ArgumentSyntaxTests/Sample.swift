import ArgumentSyntax

/// Options that every sample command has.
struct Globals: Hashable, Sendable {
  var directory: String?
  var isJSON = false
  var quiet = 0
  var color = Color.auto
  var now: String?

  enum Color: String, CaseIterable, ArgumentValue { case auto, always, never }

  static let slots: [Slot<Globals>] = Slot.group(
    SlotDescription.globalGroup,
    [
      .option("--directory -C", \.directory, "dir", "Run as if started in this directory"),
      .flag("--json", \.isJSON, "Print exactly one JSON document on stdout"),
      .flag("--quiet -q", \.quiet, "Hide chatter; twice, hide errors, too"),
      .option("--color", \.color, "when", "Colour the messages"),
      .option("--now", \.now, "time", "The clock, for tests").hidden(),
    ])
}

/// A command that has one of every sort of slot.
struct Verify: Hashable, Sendable {
  var globals = Globals()
  var manifest = ""
  var images: [String] = []
  var keys: [String] = ["default.pem"]
  var role = "release"
  var maxAge: Duration?
  var depth = 3
  var rederive = false
  var isFull = false
  var tag: String?

  /// A value with a form of its own.
  struct Duration: Hashable, ArgumentValue {
    let hours: Int

    init(hours: Int) { self.hours = hours }

    init(argument: String) throws(ArgumentValueError) {
      guard argument.hasSuffix("h"), let hours = Int(argument.dropLast()) else {
        throw .form("a duration such as `24h`")
      }
      self.hours = hours
    }
  }

  static let syntax = Syntax<Verify>(
    "release verify", "Check a manifest's signatures and digests",
    [
      .positional("manifest", \.manifest, "Manifest to check"),
      .positional("image", \.images, "Image that must be in it"),
      .option("--key -k", \.keys, "file", "Trust this public key", env: "RELEASE_KEY"),
      .option("--role", \.role, "name", "Require this role's threshold"),
      .option(
        "--max-age", \.maxAge, "duration", "Refuse a ledger without a cosignature that is at most this old"),
      .option("--depth", \.depth, "number", "Look so far back"),
    ]
      + Slot.group(
        "What to compare",
        [
          .flag("--rederive -r", \.rederive, "Derive version and changelog again"),
          .flag("--full", \.isFull, "Compare everything"),
          .option("--tag", \.tag, "tag", "Compare with this tag only"),
        ]) + Globals.slots.map { .lifted($0, at: \.globals) },
    discussion: """
      Needs nothing but the files: no network call is made
      unless a remote ledger is named.

      All reasons for a refusal are printed, not only the first.
      """,
    examples: ["release verify dist/1.4.0.json", "release verify dist/1.4.0.json --key ci.pub.pem"],
    exitCodes: [0, 1, 2, 3], section: "Signing", exclusions: [["--full", "--tag"]])

  static func parse(_ words: [String], _ environment: [String: String] = [:]) throws(UsageError) -> Verify {
    try syntax.parse(words, into: Verify(), environment: environment)
  }
}

/// Commands with nothing but their names.
func command(_ name: String, _ summary: String, _ section: String) -> CommandDescription {
  Syntax<Verify>(
    "release \(name)", summary, Globals.slots.map { .lifted($0, at: \.globals) }, section: section
  )
  .description
}

let tree = CommandTree(
  "release", "From commits to a signed release in production, every step provable",
  commands: [
    command("plan", "Show the next version and why", "Making a release"),
    Verify.syntax.description,
    command("key new", "Make a key pair", "Signing"),
    command("key show", "Print a public key", "Signing"),
    command("ledger prove", "Write a proof that an entry is in the ledger", "Ledger"),
  ],
  globals: Globals.slots.map(\.description),
  topics: [HelpTopic(name: "exit-codes", summary: "What each exit code means", text: "0  done\n")])
