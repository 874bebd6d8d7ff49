import Changelogs
import Foundation
import Mustache
import Testing

/// What a second implementation of Markdown makes of the text: cmark-gfm, which GitHub uses, too.
@Suite("Text from commits on a finished page", .enabled(if: PageRenderer.isInstalled))
struct RenderedMarkdownTests {
  private static let pieces = [
    "<b>", "</li>", "<script>x</script>", "<!--", "-->", "<?php ?>", "&lt;", "&#64;ada", "&copy;", "&",
    "[x](javascript:y)", "[x]", "[ ] ", "![i](http://e.org/p)", "[^1]", "[a]: http://e.org", "](", "[", "]",
    "(",
    ")", "!", "!#12", "\\#12", "\\https://e.org/**a**[b](c)", "http://e.org/a_b_*c*", "HTTPS://E.org/x_y_",
    "ftp://e.org/_a_", "www.e.org", "www.e.org/_a_/*b*", "(www.e.org)", "1https://e.org/a*b",
    "https://e.org/?a&copy;=1", "https://", "@ada", "@org/team", "#12@ada", "GH-5@ada", "`x`@ada", "é@ada",
    "@@ada",
    "a@b.org", "o/r#12", "o_x/r_#3", "www.e/y#3", "#", "# ", "> ", "- ", "+ ", "1. ", "2) ", "1", "===",
    "---", "***",
    "___", "```", "~~~", "~", "~~", "`", "``", "```a```", "| a |", "---|---", ":-", "**", "*", "_", "__",
    "~~x~~", "$",
    "\\", "\\\\", "\n", "\r", "\u{2028}", "\u{1B}[31m", "\u{9B}", "\u{202E}", "\u{200B}", "\u{A0}", " ", "a",
    "B",
    "snake_case", "_x", "x_", "._x", "日本語", "👩\u{200D}🚀", ".", ":", "'", "\"", "{{x}}", "--flag", "2 * 3",
  ]

  /// Texts that are the same in every run: each piece alone, and many together.
  private static let texts: [String] = {
    var random = SeededNumbers(seed: 11)
    return pieces
      + (0..<3000).map { _ in
        let glue = ["", "", " "][random.next(upTo: 3)]
        return (0...random.next(upTo: 8)).map { _ in pieces[random.next(upTo: pieces.count)] }
          .joined(separator: glue)
      }
  }()

  @Test(arguments: [
    ("- **scope:** {{.}} ([abc1234](https://r.org/c))", "scope: ", " (abc1234)"),
    ("- **{{.}}:** text ([abc1234](https://r.org/c))", "", ": text (abc1234)"),
    ("* {{.}}", "", ""), ("### {{.}}", "", ""), ("Words\n{{.}}", "Words\n", ""),
  ])
  func `the page shows the text and nothing else`(_ template: String, _ before: String, _ after: String)
    throws
  {
    let parsed = try Template(parsing: template, name: "test")
    let shown = try Template(parsing: "{{.}}", name: "test")
    let texts = try Self.texts.map { try shown.render(.string($0), escaping: TextForm.plain.escaping) }
    let filled = zip(Self.texts, texts).filter { !$1.isEmpty }
    let markdown = try filled.map { try parsed.render(.string($0.0), escaping: TextForm.markdown.escaping) }
    let pages = try PageRenderer.render(markdown.joined(separator: "\n\n<hr/>\n\n")).components(
      separatedBy: "<hr/>")
    try #require(pages.count == filled.count)
    for (page, text) in zip(pages.map { Page($0) }, filled) {
      // Blanks at the ends of code are not shown, and one is put between two pieces of code.
      #expect(page.text == Page.bare(before + text.1 + after), "\(text.0.debugDescription)")
      #expect(page.strangeTags == [], "\(text.0.debugDescription)")
      #expect(!page.pings, "\(text.0.debugDescription)")
    }
  }
}
