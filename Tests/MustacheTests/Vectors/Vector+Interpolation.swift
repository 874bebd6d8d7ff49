import Mustache

extension Vector {
  static let interpolation = [
    Vector("text without tags stays as it is", "Hello\n  }} world {\r\n", makes: "Hello\n  }} world {\r\n"),
    Vector("an empty template makes nothing", "", makes: ""),
    Vector("a name is replaced by its value", "Hi {{name}}!", ["name": "Ada"], makes: "Hi Ada!"),
    Vector("inserted text is not read as a template", "{{a}}", ["a": "{{b}}", "b": "no"], makes: "{{b}}"),
    Vector("text is escaped for HTML", "{{a}}", ["a": "& < > \" '"], makes: "&amp; &lt; &gt; &quot; '"),
    Vector("three braces do not escape", "{{{a}}}", ["a": "<&\">"], makes: "<&\">"),
    Vector("an ampersand does not escape", "{{&a}}|{{& a }}", ["a": "<&\">"], makes: "<&\">|<&\">"),
    Vector("a whole number keeps its text", "{{n}} {{{n}}} {{&n}}", ["n": 85], makes: "85 85 85"),
    Vector("a decimal keeps its text", "{{n}}", ["n": .number("1.210")], makes: "1.210"),
    Vector("a number beyond any float keeps its text", "{{n}}", ["n": .number("1e999")], makes: "1e999"),
    Vector("a Boolean is a word", "{{t}} {{f}}", ["t": true, "f": false], makes: "true false"),
    Vector("null is empty", "[{{a}}{{{a}}}{{&a}}]", ["a": .null], makes: "[]"),
    Vector("an unknown name is empty", "[{{a}}{{{a}}}{{&a}}]", makes: "[]"),
    Vector("lists and maps have no text", "[{{a}}{{b}}]", ["a": ["x"], "b": ["c": "x"]], makes: "[]"),
    Vector("dots reach into maps", "{{a.b.c}}", ["a": ["b": ["c": "deep"]]], makes: "deep"),
    Vector("dots work with three braces", "{{{a.b}}}{{&a.b}}", ["a": ["b": "<"]], makes: "<<"),
    Vector("a chain that breaks is empty", "[{{a.b.c}}]", ["a": ["x": ["c": "no"]]], makes: "[]"),
    Vector(
      "only the first part is looked up outside", "{{#a}}[{{b.c}}]{{/a}}",
      ["a": ["b": [:]], "b": ["c": "no"]], makes: "[]"),
    Vector(
      "a first part that is null does not let the outer one through", "{{#a}}[{{b}}]{{/a}}",
      ["a": ["b": .null, "x": 1], "b": "no"], makes: "[]"),
    Vector(
      "the first part may come from outside", "{{#a}}{{b.c}}{{/a}}",
      ["a": ["x": 1], "b": ["c": "yes"]], makes: "yes"),
    Vector("a key with a dot is not reached", "[{{a.b}}]", ["a.b": "no"], makes: "[]"),
    Vector("a key with a dot hides nothing", "{{a.b}}", ["a.b": "no", "a": ["b": "yes"]], makes: "yes"),
    Vector("a dot is the current value", "{{.}} {{{.}}} {{&.}}", "<", makes: "&lt; < <"),
    Vector("a number may be the current value", "{{.}}", 7, makes: "7"),
    Vector("space around a tag stays", "| {{a}} |{{{a}}} {{&a}}|", ["a": "-"], makes: "| - |- -|"),
    Vector(
      "a name alone keeps its line", "  {{a}}\n {{{a}}}\n\t{{&a}}\n", ["a": "-"], makes: "  -\n -\n\t-\n"),
    Vector("space within a tag does not count", "{{ a }}{{{ a }}}{{&\n a\t}}", ["a": "-"], makes: "---"),
    Vector("a lone brace is text", "{ {{a}} } {{a}}}", ["a": "-"], makes: "{ - } -}"),
    Vector("names are not only ASCII", "{{größe}}", ["größe": "✓"], makes: "✓"),
  ]

  static let comments = [
    Vector("a comment is not rendered", "a{{! note }}b", makes: "ab"),
    Vector("a comment may have many lines", "a{{!\n one\n two\n}}b\n", makes: "ab\n"),
    Vector("a comment alone takes its line", "a\n{{! note }}\nb\n", makes: "a\nb\n"),
    Vector("an indented comment takes its line", "a\n  {{! note }}  \nb\n", makes: "a\nb\n"),
    Vector("a comment takes a line that ends with CRLF", "|\r\n{{! note }}\r\n|", makes: "|\r\n|"),
    Vector("a comment takes the first line", "  {{! note }}\na", makes: "a"),
    Vector("a comment takes the last line", "a\n  {{! note }}", makes: "a\n"),
    Vector("a comment of many lines takes them all", "a\n  {{!\n note\n  }}\nb", makes: "a\nb"),
    Vector("a comment beside text keeps the line", "  12 {{! 34 }}\n", makes: "  12 \n"),
    Vector("a comment keeps the space around it", "1 {{! note }} 2", makes: "1  2"),
    Vector("a comment may hold braces and sigils", "{{! {{#a}} is not a tag}}", makes: " is not a tag}}"),
    Vector("a comment is no name", "[{{! note }}]", ["! note": 1, "!note": 2, "note": 3], makes: "[]"),
  ]

  static let delimiters = [
    Vector("a pair of words becomes the delimiters", "{{=<% %>=}}(<%a%>)", ["a": "-"], makes: "(-)"),
    Vector("delimiters may be punctuation", "({{=[ ]=}}[a])", ["a": "-"], makes: "(-)"),
    Vector("delimiters may be one and the same", "{{=| |=}}|a|", ["a": "-"], makes: "-"),
    Vector("old delimiters are text afterwards", "{{=<% %>=}}{{a}}<%a%>", ["a": "-"], makes: "{{a}}-"),
    Vector("delimiters may be set back", "{{=<% %>=}}<%a%><%={{ }}=%>{{a}}", ["a": "-"], makes: "--"),
    Vector(
      "all tags follow", "{{=| |=}}|#s||a||/s||^s|no|/s||&a||{a}||! c|", ["s": true, "a": "<"],
      makes: "&lt;<<"),
    Vector(
      "delimiters outlive a section", "{{#s}}{{=| |=}}|a|{{a}}|/s||a|", ["s": true, "a": "-"],
      makes: "-{{a}}-"),
    Vector(
      "partials begin with the standard delimiters", "{{=| |=}}|>p||a|", ["a": "-"],
      partials: ["p": "({{a}}|a|)"], makes: "(-|a|)-"),
    Vector(
      "partials do not change the delimiters outside", "{{>p}}[{{a}}|a|]", ["a": "-"],
      partials: ["p": "{{=| |=}}|a|"], makes: "-[-|a|]"),
    Vector("space around the tag stays", "| {{=@ @=}} |", makes: "|  |"),
    Vector("space around the tag stays at a line's end", " | {{=@ @=}}\n", makes: " | \n"),
    Vector("the tag alone takes its line", "a\n  {{=@ @=}}\nb", makes: "a\nb"),
    Vector("the tag takes a line that ends with CRLF", "|\r\n{{= @ @ =}}\r\n|", makes: "|\r\n|"),
    Vector("the tag takes the first line", "  {{=@ @=}}\n=", makes: "="),
    Vector("the tag takes the last line", "=\n  {{=@ @=}}", makes: "=\n"),
    Vector("space between the words does not count", "|{{= @   @ =}}|", makes: "||"),
  ]
}
