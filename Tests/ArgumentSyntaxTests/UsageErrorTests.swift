import ArgumentSyntax
import Testing

/// A wrong call, what is wrong with it, and how that is said.
struct WrongCall: Sendable, CustomTestStringConvertible {
  let words: [String]
  let fault: UsageError.Fault
  let problem: String
  let hints: [String]

  init(_ words: [String], _ fault: UsageError.Fault, _ problem: String, _ hints: String...) {
    (self.words, self.fault, self.problem, self.hints) = (words, fault, problem, hints)
  }

  var testDescription: String { words.joined(separator: " ") }
}

@Suite("Wrong calls of a command")
struct UsageErrorTests {
  static let flags = [
    WrongCall(
      ["m", "--rol", "x"], .unknownFlag("--rol", nearest: "--role"), "unknown flag `--rol`",
      "did you mean `--role`?"),
    WrongCall(
      ["m", "--rederve=1"], .unknownFlag("--rederve", nearest: "--rederive"), "unknown flag `--rederve`",
      "did you mean `--rederive`?"),
    WrongCall(["m", "--zzzzzz"], .unknownFlag("--zzzzzz", nearest: nil), "unknown flag `--zzzzzz`"),
    WrongCall(["m", "-x"], .unknownFlag("-x", nearest: nil), "unknown flag `-x`"),
    WrongCall(["m", "-qx"], .unknownFlag("-qx", nearest: nil), "unknown flag `-qx`"),
    WrongCall(["m", "--nox"], .unknownFlag("--nox", nearest: nil), "unknown flag `--nox`"),
    WrongCall(
      ["m", "--rederive=1"], .unexpectedValue(flag: "--rederive"), "`--rederive` takes no value",
      "write `--rederive` alone"),
    WrongCall(
      ["m", "-kfile"], .attachedValue(option: "-k", value: "file"),
      "the value of `-k` must be a word of its own", "write `-k file`"),
    WrongCall(
      ["m", "-k=file"], .attachedValue(option: "-k", value: "file"),
      "the value of `-k` must be a word of its own", "write `-k file`"),
  ]

  static let values = [
    WrongCall(
      ["m", "--key"], .missingValue(option: "--key", valueName: "file"),
      "`--key` needs a value: `--key <file>`", "if the value starts with a dash, write `--key=<value>`"),
    WrongCall(
      ["m", "--role", "--full"], .missingValue(option: "--role", valueName: "name"),
      "`--role` needs a value: `--role <name>`", "if the value starts with a dash, write `--role=<value>`"),
    WrongCall(
      ["--role", "--", "m"], .missingValue(option: "--role", valueName: "name"),
      "`--role` needs a value: `--role <name>`", "if the value starts with a dash, write `--role=<value>`"),
    WrongCall(
      ["m", "--role", "--key=x"], .missingValue(option: "--role", valueName: "name"),
      "`--role` needs a value: `--role <name>`", "if the value starts with a dash, write `--role=<value>`"),
    WrongCall(
      ["m", "--role="], .emptyValue(name: "--role"), "the value of `--role` is empty",
      "a shell variable may be unset"),
    WrongCall(
      [""], .emptyValue(name: "<manifest>"), "the value of `<manifest>` is empty",
      "a shell variable may be unset"),
    WrongCall(
      ["m", "--role", "a", "--role", "b"], .repeated(option: "--role"), "`--role` is given more than once",
      "keep one of them"),
    WrongCall(
      ["m", "--full", "--tag", "v1"], .conflict("--full", "--tag"), "`--full` and `--tag` exclude each other",
      "keep one of them"),
    WrongCall(
      ["m", "--color", "alwys"],
      .invalidValue(name: "--color", value: "alwys", expected: .oneOf(["auto", "always", "never"])),
      "`--color` cannot be `alwys`", "did you mean `always`?", "it is one of `auto`, `always`, `never`"),
    WrongCall(
      ["m", "--max-age", "1d"],
      .invalidValue(name: "--max-age", value: "1d", expected: .form("a duration such as `24h`")),
      "`--max-age` must be a duration such as `24h`, not `1d`"),
    WrongCall(
      ["m", "--depth", "05"], .invalidValue(name: "--depth", value: "05", expected: .form("a whole number")),
      "`--depth` must be a whole number, not `05`"),
    WrongCall(
      ["m", "--depth=+5"], .invalidValue(name: "--depth", value: "+5", expected: .form("a whole number")),
      "`--depth` must be a whole number, not `+5`"),
    WrongCall([], .missingArgument("manifest"), "missing argument `<manifest>`"),
    WrongCall(["-r"], .missingArgument("manifest"), "missing argument `<manifest>`"),
  ]

  @Test(arguments: flags + values)
  func `each is refused for what it is, with a hint and the way to help`(_ call: WrongCall) {
    let error = #expect(throws: UsageError.self) { try Verify.parse(call.words) }
    #expect(error == UsageError(command: "release verify", fault: call.fault))
    #expect(error?.problem == call.problem)
    #expect(error?.hints == call.hints + ["see `release verify --help`"])
  }

  @Test func `an empty variable is refused, not taken for an unset one`() {
    let error = #expect(throws: UsageError.self) { try Verify.parse(["m"], ["RELEASE_KEY": ""]) }
    #expect(error?.fault == .emptyVariable("RELEASE_KEY", option: "--key"))
    #expect(error?.problem == "`RELEASE_KEY` is set but empty; it gives the value of `--key`")
    #expect(error?.hints.first == "give it a value, or unset `RELEASE_KEY`")
  }

  @Test func `a wrong value of a variable is blamed on the variable`() {
    let syntax = Syntax<Verify>(
      "release x", "X", [.option("--depth", \.depth, "n", "N", env: "RELEASE_DEPTH")])
    let error = #expect(throws: UsageError.self) {
      try syntax.parse([], into: Verify(), environment: ["RELEASE_DEPTH": "deep"])
    }
    #expect(error?.problem == "`RELEASE_DEPTH` must be a whole number, not `deep`")
  }

  @Test func `a word without a place is unexpected`() {
    let syntax = Syntax<Verify>("release x", "X", [.positional("tag", \.tag, "Tag")])
    #expect(throws: UsageError(command: "release x", fault: .unexpectedArgument("b"))) {
      try syntax.parse(["a", "b"], into: Verify(), environment: [:])
    }
  }

  @Test func `a required option is missing unless its variable is set`() throws {
    let slots: [Slot<Verify>] = [.option("--tag -t", \.tag, "tag", "Tag", env: "TAG", required: true)]
    let syntax = Syntax<Verify>("release x", "X", slots)
    #expect(try syntax.parse([], into: Verify(), environment: ["TAG": "v1"]).tag == "v1")
    #expect(throws: UsageError(command: "release x", fault: .missingOption("--tag", valueName: "tag"))) {
      try syntax.parse([], into: Verify(), environment: [:])
    }
  }

  @Test func `a list can be required`() throws {
    let syntax = Syntax<Verify>("release x", "X", [.positional("image", \.images, "Image", required: true)])
    #expect(try syntax.parse(["a"], into: Verify(), environment: [:]).images == ["a"])
    #expect(throws: UsageError(command: "release x", fault: .missingArgument("image"))) {
      try syntax.parse([], into: Verify(), environment: [:])
    }
  }

  @Test func `a key that was pasted by mistake is not shown`() {
    let key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEI\n-----END PRIVATE KEY-----\n"
    let error = #expect(throws: UsageError.self) { try Verify.parse([key]) }
    #expect(error?.problem == "unknown flag `-----BEGIN PRIVATE KEY-----…`")
  }
}
