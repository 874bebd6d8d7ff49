import Mustache

extension Vector {
  static let sections = [
    Vector("true renders", "{{#a}}yes{{/a}}", ["a": true], makes: "yes"),
    Vector("false does not", "[{{#a}}no{{/a}}]", ["a": false], makes: "[]"),
    Vector("null does not", "[{{#a}}no{{/a}}]", ["a": .null], makes: "[]"),
    Vector("an unknown name does not", "[{{#a}}no{{/a}}]", makes: "[]"),
    Vector("an empty list does not", "[{{#a}}no{{/a}}]", ["a": []], makes: "[]"),
    Vector("an empty text does not", "[{{#a}}no{{/a}}]", ["a": ""], makes: "[]"),
    Vector("zero is a value", "{{#a}}{{.}}{{/a}}", ["a": 0], makes: "0"),
    Vector("an empty map is a value", "{{#a}}yes{{/a}}", ["a": [:]], makes: "yes"),
    Vector("a map becomes the context", "{{#a}}{{b}}{{/a}}", ["a": ["b": "in"], "b": "out"], makes: "in"),
    Vector("a text becomes the context", "{{#a}}{{.}} is {{a}}{{/a}}", ["a": "x"], makes: "x is x"),
    Vector(
      "outer contexts show through", "{{#a}}{{b}}{{#c}}{{b}}{{d}}{{/c}}{{/a}}{{d}}",
      ["a": ["b": 1], "b": 9, "c": ["d": 2]], makes: "112"),
    Vector(
      "each level may see all the others",
      "{{#a}}{{x}}{{#b}}{{x}}{{y}}{{#c.d}}{{x}}{{y}}{{z}}{{/c.d}}{{/b}}{{/a}}",
      ["a": ["x": 1], "b": ["y": 2], "c": ["d": ["z": 3]]], makes: "112123"),
    Vector("a list repeats", "{{#l}}{{n}},{{/l}}", ["l": [["n": 1], ["n": 2]]], makes: "1,2,"),
    Vector(
      "a dot is the element", "{{#l}}({{.}}){{/l}}", ["l": ["a", 1, .number("2.50")]], makes: "(a)(1)(2.50)"),
    Vector("a dot is escaped", "{{#l}}{{.}}{{{.}}}{{&.}}{{/l}}", ["l": ["<"]], makes: "&lt;<<"),
    Vector("lists in lists", "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", ["l": [[1, 2], [3]]], makes: "(12)(3)"),
    Vector("the data may be a list", "{{#.}}{{n}}{{/.}}", [["n": 1], ["n": 2]], makes: "12"),
    Vector("elements may be null", "{{#l}}[{{.}}]{{/l}}", ["l": [.null, false]], makes: "[][false]"),
    Vector(
      "two sections of one name", "{{#a}}1{{/a}} {{b}} {{#a}}2{{/a}}", ["a": true, "b": "-"], makes: "1 - 2"),
    Vector("one section within itself", "{{#a}}A {{#a}}B{{/a}} C{{/a}}", ["a": true], makes: "A B C"),
    Vector("a false one within itself", "[{{#a}}A {{#a}}B{{/a}} C{{/a}}]", ["a": false], makes: "[]"),
    Vector("dots name a section", "{{#a.b}}yes{{/a.b}}", ["a": ["b": true]], makes: "yes"),
    Vector("dots that lead to false", "[{{#a.b}}no{{/a.b}}]", ["a": ["b": false]], makes: "[]"),
    Vector("dots that lead nowhere", "[{{#a.b.c}}no{{/a.b.c}}]", ["a": [:]], makes: "[]"),
    Vector("space around a section stays", " | {{#a}} \t {{/a}} | \n", ["a": true], makes: " |  \t  | \n"),
    Vector("space within a section stays", " {{#a}} A\n {{/a}}\n", ["a": true], makes: "  A\n"),
    Vector(
      "sections on one line keep the line", " {{#a}}A{{/a}}\n {{#a}}B{{/a}}\n", ["a": true], makes: " A\n B\n"
    ),
    Vector("tags alone take their lines", "1\n{{#a}}\n2\n{{/a}}\n3\n", ["a": true], makes: "1\n2\n3\n"),
    Vector(
      "indented tags take their lines", "1\n  {{#a}}\n2\n\t{{/a}} \n3\n", ["a": true], makes: "1\n2\n3\n"),
    Vector("a false section leaves no line", "1\n{{#a}}\n2\n{{/a}}\n3\n", ["a": false], makes: "1\n3\n"),
    Vector("tags take lines that end with CRLF", "|\r\n{{#a}}\r\n{{/a}}\r\n|", ["a": true], makes: "|\r\n|"),
    Vector("a tag takes the first line", "  {{#a}}\n1{{/a}}\n2", ["a": true], makes: "1\n2"),
    Vector("a tag takes the last line", "1{{#a}}\n2\n  {{/a}}", ["a": true], makes: "1\n2\n"),
    Vector(
      "two tags on a line are not alone", "{{#a}}{{#a}}\n1\n{{/a}}{{/a}}\n", ["a": true], makes: "\n1\n\n"),
    Vector("space within the tags does not count", "{{# a }}1{{/\ta\n}}", ["a": true], makes: "1"),
    Vector(
      "a list of lines", "{{#l}}\n- {{.}}\n{{/l}}\n\nend", ["l": ["a", "b"]], makes: "- a\n- b\n\nend"),
  ]

  static let inverted = [
    Vector("false renders", "{{^a}}yes{{/a}}", ["a": false], makes: "yes"),
    Vector("true does not", "[{{^a}}no{{/a}}]", ["a": true], makes: "[]"),
    Vector("null renders", "{{^a}}yes{{/a}}", ["a": .null], makes: "yes"),
    Vector("an unknown name renders", "{{^a}}yes{{/a}}", makes: "yes"),
    Vector("an empty list renders", "{{^a}}yes{{/a}}", ["a": []], makes: "yes"),
    Vector("an empty text renders", "{{^a}}yes{{/a}}", ["a": ""], makes: "yes"),
    Vector("a list does not", "[{{^a}}no{{/a}}]", ["a": [["n": 1]]], makes: "[]"),
    Vector("a map does not", "[{{^a}}no{{/a}}]", ["a": ["b": 1]], makes: "[]"),
    Vector("the context stays", "{{^a}}{{b}}{{/a}}", ["b": "-"], makes: "-"),
    Vector("two of one name", "{{^a}}1{{/a}} {{b}} {{^a}}2{{/a}}", ["a": false, "b": "-"], makes: "1 - 2"),
    Vector("one within itself", "{{^a}}A {{^a}}B{{/a}} C{{/a}}", ["a": false], makes: "A B C"),
    Vector("a true one within itself", "[{{^a}}A {{^a}}B{{/a}} C{{/a}}]", ["a": true], makes: "[]"),
    Vector("dots that lead to true", "[{{^a.b}}no{{/a.b}}]", ["a": ["b": true]], makes: "[]"),
    Vector("dots that lead to false", "{{^a.b}}yes{{/a.b}}", ["a": ["b": false]], makes: "yes"),
    Vector("dots that lead nowhere", "{{^a.b.c}}yes{{/a.b.c}}", ["a": [:]], makes: "yes"),
    Vector("space around it stays", " | {{^a}} \t {{/a}} | \n", makes: " |  \t  | \n"),
    Vector("tags alone take their lines", "1\n  {{^a}}\n2\n{{/a}}\n3\n", makes: "1\n2\n3\n"),
    Vector("tags take lines that end with CRLF", "|\r\n{{^a}}\r\n{{/a}}\r\n|", makes: "|\r\n|"),
    Vector("a tag takes the first line", "  {{^a}}\n1{{/a}}\n2", makes: "1\n2"),
    Vector("a tag takes the last line", "1{{^a}}\n2\n  {{/a}}", makes: "1\n2\n"),
    Vector("space within the tags does not count", "{{^ a }}1{{/ a }}", makes: "1"),
  ]
}
