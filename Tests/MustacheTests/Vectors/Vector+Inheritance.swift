import Mustache

extension Vector {
  static let blocks = [
    Vector("a block nobody fills has its default", "{{$a}}default{{/a}}\n", makes: "default\n"),
    Vector("a default may hold names", "{{$a}}is {{b}}{{{b}}}{{/a}}\n", ["b": "<"], makes: "is &lt;<\n"),
    Vector(
      "a default may hold sections", "{{$a}}{{#b}}{{c}}{{/b}}{{^d}}-{{/d}}{{/a}}", ["b": ["c": 1]],
      makes: "1-"),
    Vector("a default may hold a partial", "{{$a}}{{>p}}{{/a}}", partials: ["p": "x"], makes: "x"),
    Vector(
      "values are not read as templates", "{{$a}}{{b}}{{/a}}\n", ["b": "{{c}}", "c": 1], makes: "{{c}}\n"),
    Vector("a block is no name", "[{{$a}}{{/a}}{{a}}]", ["a": "data"], makes: "[data]"),
    Vector(
      "a parent may fill nothing", "{{<p}}{{/p}}\n", partials: ["p": "{{$a}}default{{/a}}"], makes: "default"),
    Vector("an unknown parent is empty", "[{{<p}}{{$a}}no{{/a}}{{/p}}]", makes: "[]"),
    Vector(
      "a block is filled", "{{<p}}{{$a}}mine{{/a}}{{/p}}", partials: ["p": "..{{$a}}x{{/a}}.."],
      makes: "..mine.."),
    Vector(
      "a block is emptied", "{{<p}}{{$a}}{{/a}}{{/p}}", partials: ["p": "[{{$a}}default{{/a}}]"], makes: "[]"),
    Vector(
      "data does not fill a block", "{{<p}}{{$a}}mine{{/a}}{{/p}}{{<p}}{{/p}}", ["a": "data"],
      partials: ["p": "({{$a}}default{{/a}})"], makes: "(mine)(default)"),
    Vector(
      "each use has its own arguments",
      "{{<p}}{{$a}}1{{/a}}{{/p}} {{<p}}{{$a}}2{{/a}}{{/p}}", partials: ["p": "|{{$a}}x{{/a}}{{$b}} d{{/b}}|"],
      makes: "|1 d| |2 d|"),
    Vector(
      "other blocks keep their default", "{{<p}}{{$b}}2{{/b}}{{/p}}",
      partials: ["p": "{{$a}}one{{/a}}, {{$b}}two{{/b}}"], makes: "one, 2"),
    Vector(
      "of two arguments of one name the last counts", "{{<p}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/p}}",
      partials: ["p": "{{$a}}x{{/a}}"], makes: "2"),
    Vector(
      "one block may be in two places", "{{<p}}{{$a}}1{{/a}}{{/p}}",
      partials: ["p": "{{$a}}x{{/a}}-{{$a}}y{{/a}}"],
      makes: "1-1"),
    Vector(
      "other content of a parent is left out", "{{<p}} a {{x}}{{$a}}1{{/a}} {{#s}}{{$a}}2{{/a}}{{/s}}{{/p}}",
      ["x": "no", "s": true], partials: ["p": "{{$a}}x{{/a}}"], makes: "1"),
    Vector(
      "an argument is rendered where it is put", "{{<p}}{{$a}}{{f}}{{/a}}{{/p}}",
      ["f": "out", "n": ["f": "in"]],
      partials: ["p": "{{#n}}{{$a}}{{/a}}{{/n}}"], makes: "in"),
    Vector(
      "the outermost argument counts", "{{<p}}{{$a}}c{{/a}}{{/p}}",
      partials: [
        "p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{<r}}{{$a}}q{{/a}}{{/r}}", "r": "{{$a}}r{{/a}}",
      ], makes: "c"),
    Vector(
      "a nearer argument counts before the default", "{{<p}}{{/p}}",
      partials: [
        "p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{<r}}{{$a}}q{{/a}}{{/r}}", "r": "{{$a}}r{{/a}}",
      ], makes: "p"),
    Vector(
      "arguments reach through partials", "{{<p}}{{$a}}1{{/a}}{{/p}}",
      partials: ["p": "({{>q}})", "q": "{{$a}}x{{/a}}"], makes: "(1)"),
    Vector(
      "parents may include each other while arguments end it", "{{<p}}{{$a}}o{{/a}}{{/p}}",
      partials: [
        "p": "{{$a}}x{{/a}} {{$b}}{{<q}}{{/q}}{{/b}}",
        "q": "{{$a}}y{{/a}} {{<p}}{{$b}}end{{/b}}{{/p}}",
      ], makes: "o o o end"),
    Vector(
      "an argument may have the block of its own name", "{{<p}}{{$a}}({{$a}}inner{{/a}}){{/a}}{{/p}}",
      partials: ["p": "{{$a}}x{{/a}}"], makes: "(inner)"),
    Vector(
      "delimiters within an argument are its own", "{{=| |=}}|<p||$a||v||/a||/p|", ["v": 1],
      partials: ["p": "{{$a}}x{{/a}}|v|"], makes: "1|v|"),
  ]

  static let blockLayout = [
    Vector(
      "a parent alone is indented", "Hi,\n  {{<p}}{{/p}}\n", partials: ["p": "1\n2\n"],
      makes: "Hi,\n  1\n  2\n"),
    Vector(
      "a parent of many lines is indented", "Hi,\n  {{<p}}\n x\n{{/p}}\nend", partials: ["p": "1\n2\n"],
      makes: "Hi,\n  1\n  2\nend"),
    Vector("a parent in a line is not", "- {{<p}}{{/p}}\n", partials: ["p": "1\n2"], makes: "- 1\n2\n"),
    Vector(
      "a parent takes a line that ends with CRLF", "|\r\n {{<p}}{{/p}}\r\n|", partials: ["p": "1\r\n"],
      makes: "|\r\n 1\r\n|"),
    Vector(
      "the line after an argument's tag is taken", "{{<p}}{{$a}}\n1\n\n2\n{{/a}}{{/p}}",
      partials: ["p": "{{$a}}x{{/a}}"], makes: "1\n\n2\n"),
    Vector(
      "a filled block keeps its indentation", "{{<p}}{{$a}}mine{{/a}}{{/p}}",
      partials: ["p": "go:\n  {{$a}}x{{/a}}\n"], makes: "go:\n  mine\n"),
    Vector("a default on its line keeps it", "  {{$a}}one\ntwo{{/a}}\nend", makes: "  one\ntwo\nend"),
    Vector("an empty block alone leaves no line", "a\n  {{$b}}{{/b}}\nc\n", makes: "a\nc\n"),
    Vector(
      "a block that is alone indents its argument", "{{<p}}{{$a}}\n1\n2{{/a}}\n{{/p}}\n",
      partials: ["p": "Hi,\n  {{$a}}{{/a}}\n"], makes: "Hi,\n  1\n  2\n"),
    Vector(
      "the argument's own indentation goes away", "{{<p}}{{$a}}\n    1\n      2\n{{/a}}{{/p}}\n",
      partials: ["p": "Hi,\n  {{$a}}\n  {{/a}}\n"], makes: "Hi,\n  1\n    2\n"),
    Vector(
      "a line with less indentation stays", "{{<p}}{{$a}}\n    1\n  2\n{{/a}}{{/p}}\n",
      partials: ["p": "{{$a}}{{/a}}\n"], makes: "1\n  2\n"),
    Vector(
      "the default says how far to indent", "{{<p}}{{$a}}\n1\n2\n{{/a}}{{/p}}\n",
      partials: ["p": "Hi,\n{{$a}}\n  default\n{{/a}}\n"], makes: "Hi,\n  1\n  2\n"),
    Vector(
      "a block within an argument is indented relative to it", "{{<p}}{{$n}}\n3\n{{/n}}{{/p}}\n",
      partials: [
        "p": "{{<g}}{{$a}}\n  1\n  {{$n}}\n    2\n  {{/n}}\n{{/a}}{{/g}}\n", "g": "{{$a}}default{{/a}}",
      ], makes: "1\n  3\n"),
    Vector(
      "tags within an argument lose its indentation, too",
      "{{<p}}{{$a}}\n  {{#l}}\n  {{.}}\n  {{/l}}\n    {{>q}}\n{{/a}}{{/p}}\n",
      ["l": [1, 2]], partials: ["p": "- {{$a}}{{/a}}|\n", "q": "a\nb\n"], makes: "- 1\n2\n  a\n  b\n|\n"),
    Vector(
      "an argument in a line is not indented", "{{<p}}{{$a}}\n 1\n 2{{/a}}{{/p}}",
      partials: ["p": "x{{$a}}{{/a}}y\n"], makes: "x1\n2y\n"),
    Vector(
      "an argument without a line's end gets the block's", "{{<p}}{{$a}}1{{/a}}{{/p}}",
      partials: ["p": "{{$a}}\n  default\n{{/a}}\r\nend"], makes: "  1\r\nend"),
    Vector(
      "indentations add up", " {{<p}}{{$a}}1\n2{{/a}}{{/p}}\n", partials: ["p": "h\n  {{$a}}{{/a}}\nt\n"],
      makes: " h\n   1\n   2\n t\n"),
    Vector(
      "a layout's title stays on its line", "{{<layout}}\n  {{$title}}Page{{/title}}\n{{/layout}}\n",
      partials: ["layout": "<h1>{{$title}}{{/title}}</h1>\n"], makes: "<h1>Page</h1>\n"),
  ]
}
