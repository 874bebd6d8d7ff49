import ArgumentSyntax
import Testing

@Suite("Words to arguments")
struct ParsingTests {
  @Test func `what is not given keeps its default`() throws {
    var expected = Verify()
    expected.manifest = "m.json"
    #expect(try Verify.parse(["m.json"]) == expected)
  }

  @Test(arguments: [
    ["--role", "gate", "m"], ["--role=gate", "m"], ["m", "--role", "gate"], ["m", "--role=gate"],
  ])
  func `an option's value follows it or is attached, before or after the other words`(_ words: [String])
    throws
  {
    let verify = try Verify.parse(words)
    #expect(verify.role == "gate")
    #expect(verify.manifest == "m")
  }

  @Test func `a list takes every value, the first replacing the defaults`() throws {
    #expect(try Verify.parse(["m"]).keys == ["default.pem"])
    #expect(try Verify.parse(["m", "-k", "a", "--key=b", "--key", "c"]).keys == ["a", "b", "c"])
  }

  @Test func `positionals fill in order and the last takes the rest`() throws {
    let verify = try Verify.parse(["m", "one", "-r", "two"])
    #expect(verify.manifest == "m")
    #expect(verify.images == ["one", "two"])
  }

  @Test func `everything after two dashes is a word`() throws {
    #expect(try Verify.parse(["m", "--", "--role", "-r", "--"]).images == ["--role", "-r", "--"])
  }

  @Test func `a single dash is a word`() throws {
    #expect(try Verify.parse(["-"]).manifest == "-")
    #expect(try Verify.parse(["m", "--role", "-"]).role == "-")
  }

  @Test func `values may start with a dash or hold an equals sign`() throws {
    #expect(try Verify.parse(["m", "--depth", "-5"]).depth == -5)
    #expect(try Verify.parse(["m", "--role=--full"]).role == "--full")
    #expect(try Verify.parse(["m", "--key", "a=b=c"]).keys == ["a=b=c"])
    #expect(try Verify.parse(["m", "--key=a=b"]).keys == ["a=b"])
  }

  @Test func `short flags can share a word`() throws {
    let verify = try Verify.parse(["m", "-qrq"])
    #expect(verify.globals.quiet == 2)
    #expect(verify.rederive)
  }

  @Test func `a flag that is given again changes nothing`() throws {
    #expect(try Verify.parse(["m", "--rederive", "-r"]).rederive)
  }

  @Test func `shared options land in their part`() throws {
    let globals = try Verify.parse(["-C", "/srv", "m", "--json", "--color=never", "--now", "x"]).globals
    #expect(globals == Globals(directory: "/srv", isJSON: true, color: .never, now: "x"))
  }

  @Test func `a type of one's own reads its value`() throws {
    #expect(try Verify.parse(["m", "--max-age", "24h"]).maxAge == Verify.Duration(hours: 24))
  }

  @Test func `a variable stands in for an option that is not given`() throws {
    #expect(try Verify.parse(["m"], ["RELEASE_KEY": "env.pem"]).keys == ["env.pem"])
    #expect(try Verify.parse(["m", "-k", "a"], ["RELEASE_KEY": "env.pem"]).keys == ["a"])
    #expect(try Verify.parse(["m", "-k", "a"], ["RELEASE_KEY": ""]).keys == ["a"])
  }

  @Test func `a combining mark cannot hide the dash or the equals sign`() throws {
    #expect(throws: UsageError.self) { try Verify.parse(["m", "-\u{301}x"]) }
    #expect(try Verify.parse(["m", "--role=\u{338}x"]).role == "\u{338}x")
  }
}
