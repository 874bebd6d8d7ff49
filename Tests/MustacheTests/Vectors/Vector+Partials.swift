import Mustache

extension Vector {
  static let partials = [
    Vector("a partial is put in", "[{{>p}}]", partials: ["p": "text"], makes: "[text]"),
    Vector("an unknown partial is empty", "[{{>p}}]", makes: "[]"),
    Vector(
      "a partial sees the context", "{{#a}}{{>p}}{{/a}}", ["a": ["b": 1]], partials: ["p": "*{{b}}*"],
      makes: "*1*"),
    Vector(
      "a partial may include itself", "{{>p}}", ["n": 1, "l": [["n": 2, "l": []]]],
      partials: ["p": "{{n}}<{{#l}}{{>p}}{{/l}}>"], makes: "1<2<>>"),
    Vector("partials may be nested", "{{>p}}", partials: ["p": "({{>q}})", "q": "-"], makes: "(-)"),
    Vector("a name may be a path", "{{>parts/a.md}}", partials: ["parts/a.md": "-"], makes: "-"),
    Vector("space around a partial stays", "| {{>p}} |", partials: ["p": "\t|\t"], makes: "| \t|\t |"),
    Vector(
      "a partial in a line is not indented", "  {{a}}  {{> p}}\n", ["a": "|"], partials: ["p": ">\n>"],
      makes: "  |  >\n>\n"),
    Vector(
      "a partial takes a line that ends with CRLF", "|\r\n{{>p}}\r\n|", partials: ["p": ">"], makes: "|\r\n>|"
    ),
    Vector(
      "a partial indents from the first line", "  {{>p}}\n>", partials: ["p": ">\n>"], makes: "  >\n  >>"),
    Vector(
      "a partial indents on the last line", ">\n  {{>p}}", partials: ["p": ">\n>"], makes: ">\n  >\n  >"),
    Vector(
      "lines are indented before values are put in", " {{>p}}\n", ["v": "<\n->"],
      partials: ["p": "|\n{{{v}}}a {{{v}}}b\n|\n"], makes: " |\n <\n->a <\n->b\n |\n"),
    Vector(
      "lines of standalone tags are not indented", "  {{>p}}\n", ["l": [1, 2]],
      partials: ["p": "a\n{{#l}}\n{{.}}\n{{/l}}\n"], makes: "  a\n  1\n  2\n"),
    Vector(
      "indentations add up", "  {{>p}}\n", partials: ["p": "a\n\t{{>q}}\n", "q": "b\nc\n"],
      makes: "  a\n  \tb\n  \tc\n"),
    Vector(
      "a tag at a line's beginning is indented", "  {{>p}}\n", ["v": "-"],
      partials: ["p": "{{v}}\n{{#v}}x{{/v}}\n{{>q}}{{>q}}\n", "q": "1\n2"], makes: "  -\n  x\n  1\n21\n2\n"),
    Vector(
      "lines that end with CRLF are indented", " {{>p}}\r\n", partials: ["p": "a\r\nb\r\n"],
      makes: " a\r\n b\r\n"),
    Vector("space within the tag does not count", "|{{> p }}|", partials: ["p": "[]"], makes: "|[]|"),
  ]

  static let dynamicNames = [
    Vector("an asterisk looks the name up", "{{>*d}}", ["d": "p"], partials: ["p": "-"], makes: "-"),
    Vector(
      "the asterisk is not part of the key", "{{>*d}}", ["d": "p", "*d": "q"],
      partials: ["p": "-", "q": "no"],
      makes: "-"),
    Vector("an unknown key is empty", "[{{>*d}}]", partials: ["d": "no"], makes: "[]"),
    Vector("an unknown partial is empty", "[{{>*d}}]", ["d": "p"], partials: ["d": "no"], makes: "[]"),
    Vector(
      "a partial sees the context", "{{>*d}}", ["d": "p", "a": 1], partials: ["p": "*{{a}}*"], makes: "*1*"),
    Vector("dots reach into maps", "{{>*a.b.c}}", ["a": ["b": ["c": "p"]]], partials: ["p": "-"], makes: "-"),
    Vector(
      "dots are followed before the name is used", "[{{>*a.b}}]", ["a": "x", "x": ["b": "p"]],
      partials: ["p": "no"], makes: "[]"),
    Vector(
      "dots push no context", "{{#s}}{{>*t.d}}{{/s}}", ["s": ["v": 1], "t": ["d": "p", "v": 2]],
      partials: ["p": "{{v}}"], makes: "1"),
    Vector(
      "each round looks again", "{{#l}}{{>*d}}{{/l}}", ["l": [["d": "p"], ["d": "q"]]],
      partials: ["p": "1", "q": "2"], makes: "12"),
    Vector(
      "names are looked up once only", "[{{>**d}}]", ["d": "e", "e": "p"], partials: ["p": "no"], makes: "[]"),
    Vector(
      "an asterisk within dots is a key", "[{{>*a.*b}}]", ["a": "x", "b": "y", "x": ["y": "p"]],
      partials: ["p": "no"], makes: "[]"),
    Vector(
      "a recursion may be dynamic", "{{>*t}}", ["t": "p", "n": 1, "l": [["n": 2, "l": []]]],
      partials: ["p": "{{n}}<{{#l}}{{>*t}}{{/l}}>"], makes: "1<2<>>"),
    Vector("space around it stays", "| {{>*d}} |", ["d": "p"], partials: ["p": "\t|\t"], makes: "| \t|\t |"),
    Vector(
      "it may stand alone", "a\n  {{>*d}}\r\nb", ["d": "p"], partials: ["p": "1\n2\n"],
      makes: "a\n  1\n  2\nb"),
    Vector(
      "space within the tag does not count", "|{{> * d }}|", ["d": "p"], partials: ["p": "[]"], makes: "|[]|"),
    Vector(
      "a parent may be dynamic", "{{<*d}}{{$b}}1{{/b}}{{/*d}}", ["d": "p"], partials: ["p": "({{$b}}{{/b}})"],
      makes: "(1)"),
  ]
}
