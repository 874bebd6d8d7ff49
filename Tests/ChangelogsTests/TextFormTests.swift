import Changelogs
import ConventionalCommits
import Mustache
import Testing

@Suite("Text from commits in documents")
struct TextFormTests {
  private func markdown(_ text: String, pings: Bool = false) throws -> String {
    try Template(parsing: "{{.}}", name: "test")
      .render(.string(text), escaping: TextForm.markdown(pings: pings).escaping)
  }

  @Test(arguments: [
    ("plain words, with: marks; (all) fine!", "plain words, with: marks; (all) fine!"),
    ("snake_case stays", "snake_case stays"),
    ("R&D and a & b", "R&D and a & b"),
    ("1.5.0 and 3.14", "1.5.0 and 3.14"),
    ("größer: 日本語 👩‍🚀", "größer: 日本語 👩‍🚀"),
    ("`code` stays", "`code` stays"),
    ("``a ` b`` stays", "``a ` b`` stays"),
    ("mail ada@example.org", "mail ada@example.org"),
    ("at @ alone", "at @ alone"),
    ("5 > 4", "5 > 4"),
    ("C:\\dir", "C:\\dir"),
    ("--flag and -x - or + y", "--flag and -x - or + y"),
    ("2 * 3 ~ 6", "2 * 3 ~ 6"),
    ("_http_server and FOO__BAR", "_http_server and FOO__BAR"),
    ("stack_base_", "stack_base_"),
    ("$HOME and $PATH", "$HOME and $PATH"),
    ("C# and www.example.org/a", "C# and www.example.org/a"),
    ("bump actions/checkout@v4", "bump actions/checkout@v4"),
  ])
  func `ordinary text is readable`(_ text: String, _ expected: String) throws {
    #expect(try markdown(text) == expected)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
    ("<!-- hidden -->", "&lt;!-- hidden -->"),
    ("&lt;b&gt; &#64;ada &amp;", "&amp;lt;b&amp;gt; &amp;#64;ada &amp;amp;"),
    ("`<b>` <b>", "`<b>` &lt;b>"),
    ("[text](javascript:x)", "\\[text\\](javascript:x)"),
    ("![pixel](http://x.org/p)", "!\\[pixel\\](<http://x.org/p>)"),
    ("**bold** _it_ ~~gone~~ __init__", "\\*\\*bold\\*\\* \\_it\\_ \\~\\~gone\\~\\~ \\_\\_init\\_\\_"),
    ("a lone ` backtick", "a lone \\` backtick"),
    ("``` fence", "\\`\\`\\` fence"),
    ("two `` of ` unequal", "two \\`\\` of \\` unequal"),
    ("_a and b_", "\\_a and b\\_"),
    ("$x$ and $`y`$", "$x\\$ and $`y`\\$"),
    ("\\https://x.org/[a](b)", "\\\\<https://x.org/[a](b)>"),
    ("_x__https://y.org", "\\_x\\_\\_<https://y.org>"),
    ("a_https://x.org", "a\\_<https://x.org>"),
    ("www.x.org/_a_", "www\\.x.org/\\_a\\_"),
    ("www.x/y#3*", "www\\.x/y#3\\*"),
    ("escape \\* \\` and \\", "escape \\\\\\* \\\\\\` and \\\\"),
  ])
  func `Markdown and HTML in it do nothing`(_ text: String, _ expected: String) throws {
    #expect(try markdown(text) == expected)
  }

  @Test(arguments: [
    ("# title", "\\# title"), ("> quote", "\\> quote"), ("- item", "\\- item"), ("+ item", "\\+ item"),
    ("* item", "\\* item"), ("1. item", "1\\. item"), ("12) item", "12\\) item"), ("1.", "1\\."),
    ("===", "\\==="), ("---", "\\---"), ("- - -", "\\- - -"), ("| table", "\\| table"),
    ("___", "\\___"), (":-", "\\:-"), ("---|---", "\\---|---"), ("-", "\\-"),
    ("a title #", "a title \\#"), ("#", "\\#"), ("a ##", "a #\\#"), ("~~~", "\\~\\~\\~"),
    ("[ ] task", "\\[ \\] task"), ("    code", "code"), ("\tcode", "code"),
  ])
  func `nothing begins a block`(_ text: String, _ expected: String) throws {
    #expect(try markdown(text) == expected)
  }

  @Test(arguments: [
    ("thanks @ada", "thanks `@ada`"),
    ("(@ada, @acme/team.)", "(`@ada`, `@acme/team`.)"),
    ("update @types/node to 3", "update `@types/node` to 3"),
    ("`@ada` stays", "`@ada` stays"),
    ("`x`@ada`y`", "`x` `@ada` `y`"),
    ("*@ada*", "\\*`@ada`\\*"),
    ("@@ada", "@`@ada`"),
    ("“@ada”", "“`@ada`”"),
    ("é@ada", "é`@ada`"),
    ("#12@ada", "#12`@ada`"),
    ("@\u{200B}ada", "`@ada`"),
  ])
  func `nobody is pinged`(_ text: String, _ expected: String) throws {
    #expect(try markdown(text) == expected)
  }

  @Test(arguments: [
    ("thanks @ada and @acme/team", "thanks @ada and @acme/team"), ("*@a_b*", "\\*@a_b\\*"),
    ("<b>@ada</b>", "&lt;b>@ada&lt;/b>"), ("[@ada](x)", "\\[@ada\\](x)"),
  ])
  func `people are pinged where that is wanted, and nothing else is different`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try markdown(text, pings: true) == expected)
  }

  @Test(arguments: [
    ("see https://x.org/a_b_(c)?d=*e*.", "see <https://x.org/a_b_(c)?d=*e>\\*."),
    ("(http://x.org/a)", "(<http://x.org/a>)"),
    ("https:// alone", "https:// alone"),
    ("https://x.org/größe?", "<https://x.org/größe>?"),
    ("https://x.org/<b>", "<https://x.org/>&lt;b>"),
    ("HTTPS://X.org/_a_", "<HTTPS://X.org/_a>\\_"),
    ("1http://x.org/*", "1<http://x.org/>\\*"),
    ("ftp://x.org/__a", "<ftp://x.org/__a>"),
    ("https://x.org/?a&copy;=1&b=2", "<https://x.org/?a>&amp;copy;=1&b=2"),
  ])
  func `addresses become links to what is shown`(_ text: String, _ expected: String) throws {
    #expect(try markdown(text) == expected)
  }

  @Test(arguments: [
    ("a\n\n# b\r\n- c", "a # b - c"), ("a\u{2028}b\u{85}c", "a b c"), ("  a   b  ", "a b"),
    ("a\u{0}b\u{7}c\u{1B}[31md\u{9B}e\u{7F}f", "abc\\[31mdef"),
    ("a\u{202E}b\u{2066}c\u{200F}d\u{FEFF}e", "abcde"),
    ("a\u{E0041}b\u{200B}c\u{2060}d", "abcd"), ("\u{1B}", ""),
    ("a\u{A0}\u{3000}b\u{2003}", "a b"), ("a\u{AD}b\u{3164}c\u{34F}d\u{FFF9}e", "abcde"),
    ("❤\u{FE0F}", "❤\u{FE0F}"),
  ])
  func `it is one line without hidden characters`(_ text: String, _ expected: String) throws {
    #expect(try markdown(text) == expected)
  }

  @Test func `plain text is cleaned and nothing more`() throws {
    let template = try Template(parsing: "{{.}}", name: "test")
    let text = try template.render("a\n*b* <c> @d\u{1B}\u{202E}", escaping: TextForm.plain.escaping)
    #expect(text == "a *b* <c> @d")
  }

  @Test(arguments: [
    ("plain\n\ttext  \n", "plain\n\ttext  \n"), ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
    ("a\u{2028}b\u{85}c\u{B}d", "a\nb\nc\nd"),
    ("\u{1B}[2J\u{9B}1m\u{7}\u{8}x\u{7F}\u{0}", "[2J1mx"), ("a\u{202E}b\u{2066}c\u{E0041}", "abc"),
    ("日本語　é\u{A0}", "日本語　é\u{A0}"),
  ])
  func `text of several lines keeps its lines and steers no terminal`(_ text: String, _ expected: String) {
    #expect(Array(CleanText.lines(text).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("fix: crash (#12)", "crash ([#12](https://github.com/acme/rocket/issues/12))"),
    ("fix: o_x/r_#3", "[o\\_x/r\\_#3](https://github.com/o_x/r_/issues/3)"),
    ("fix: #1", "[#1](https://github.com/acme/rocket/issues/1)"),
    ("fix: `#12` and https://x.org/#12", "`#12` and <https://x.org/#12>"),
    ("fix: a!#5", "a\\![#5](https://github.com/acme/rocket/issues/5)"),
    ("fix: a\\#5", "a\\\\[#5](https://github.com/acme/rocket/issues/5)"),
    ("fix: GH-5@ada", "[GH-5](https://github.com/acme/rocket/issues/5)`@ada`"),
    ("fix: GH-5", "[GH-5](https://github.com/acme/rocket/issues/5)"),
  ])
  func `references become links`(_ message: String, _ expected: String) throws {
    let changelog = Changelog([ChangelogRelease([message], style: .linked)], style: .linked)
    let template = try Template(
      parsing:
        "{{#releases}}{{#sections}}{{#commits}}{{{description_markdown}}}{{/commits}}{{/sections}}{{/releases}}",
      name: "test")
    #expect(try changelog.rendered(with: template) == expected + "\n")
  }

  @Test(arguments: [
    "`", "`` ` ", "[", "@a", "#1 ", "a/", "<", "\\", "_", "1. ", "http://", "&", "-", "\u{1B}",
    "www.", "(www.", "!http://", "\\#1", ")", "$", "@a.", "&a;", "_ ", "é@",
  ])
  func `a very long line takes linear time`(_ part: String) throws {
    let text = String(repeating: part, count: 60_000 / part.utf8.count)
    let duration = try ContinuousClock().measure { _ = try markdown(text) }
    #expect(duration < .seconds(10))
  }
}
