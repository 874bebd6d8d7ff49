import Testing
import VersionFiles

@Suite("Versions in charts")
struct ChartTests {
  static let charts: [String] = [
    "apiVersion: v2\nname: a\nversion: ‹1.2.3›\nappVersion: \"1.2.3\"\n",
    "\u{FEFF}---\r\nversion : '‹1.2.3›' # ours\r\nappVersion: 1.2.3",
    "# c\n%YAML 1.2\n---\nversion: \"‹1.2.3-SNAPSHOT›\"\n", "\"version\": ‹1.2.3›   \n",
    "dependencies:\n- name: b\n  version: 1.0.0\n- version: 1.0.0\nversion: ‹1.2.3›\n",
    "dependencies:\n  - version: 1.0.0\n    name: b\nversion: !!str &v ‹1.2.3#4›\n",
    "description: |\n  version: 9.9.9\n\n  it's \"open\nversion: ‹1›\n",
    "a:\n  - b: |-\n      version: 9\n      \"\n    c: >\n      '\n  - |\n    \"\n  - >-\n   '\nversion: ‹1›\n",
    "description: \"a\nversion: 9.9.9\n\\\"version: 8\"\nversion: ‹1›\n",
    "description: 'it''s\n  version: 9.9.9'\nversion: ‹1›\n",
    "keywords: [a, 'b]', \"c\n\", it's, # ]\nversion: 1 ]\nversion: ‹1›\n",
    "a: {b: {version: 2}, c: 'x}'}\nversion: ‹1›\n",
    "description: it's plain\n  \"and more\n  'still\nversion: ‹1›\nhome: http://x:1/#y\n",
    "  name: a\n  version: ‹1.2.3›\n", "version:‹› # made\n", "version:‹›\nname: a\n", "version: \"‹›\"\n",
    "annotations:\n  x: |\n    - kind: it's\n  \"y: z\": 'a: b'\n  ? k\n  : v\nversion: ‹1.0›\n...\n",
    "maintainers:\n  # it's\n  - name: O'Brien\n    url: a:b\nversion: ‹1›",
  ]

  @Test(arguments: charts)
  func `the chart's version is replaced`(text: String) throws {
    let isMissing = text.contains("version:‹›")
    try Edit("Chart.yaml", text, written: isMissing ? " 2.0.0-rc.1" : nil).check()
  }

  @Test(arguments: [
    ("name: a\n", VersionFileError.notFound), ("", .notFound), ("a:\n  version: 1\n", .notFound),
    ("- version: 1\n", .notFound), ("version: 1\nversion: 2\n", .ambiguous(lines: [1, 2])),
    ("version: 1\n---\nversion: 2\n", .ambiguous(lines: [1, 2])),
    ("--- \nversion: 1\n---\n", .ambiguous(lines: [1, 3])),
    ("version: {{ .Version }}\n", .computed(line: 1, text: "{{ .Version }}")),
    ("version: *v\n", .computed(line: 1, text: "*v")), ("version: ${V}\n", .computed(line: 1, text: "${V}")),
    ("version: |\n  1.2.3\n", .malformed(line: 1, column: 10)),
    ("version: 1\n  2\n", .malformed(line: 1, column: 10)),
    ("version:\n  a: 1\n", .malformed(line: 1, column: 9)),
    ("version:\n- 1\n", .malformed(line: 1, column: 9)),
    ("version: [1]\n", .malformed(line: 1, column: 10)), ("version: \"1\n", .malformed(line: 1, column: 10)),
    ("version: a: b\n", .malformed(line: 1, column: 11)),
    ("version: \"1\" 2\n", .malformed(line: 1, column: 14)), ("a: [\n", .malformed(line: 1, column: 4)),
    ("  a: 1\nversion: 1\n", .malformed(line: 2, column: 1)),
    ("? version\n: 1\n", .malformed(line: 1, column: 1)),
  ])
  func `what is no clear place is refused`(text: String, error: VersionFileError) throws {
    #expect(try Edit.error("Chart.yaml", text) == error)
  }
}
