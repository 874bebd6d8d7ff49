import Testing
import VersionFiles

@Suite("Versions in TOML files")
struct TOMLFileTests {
  static let manifests: [Edit] = [
    Edit(
      "Cargo.toml",
      "[package]\nname = \"a\"\nversion = \"‹1.2.3›\" # ours\n\n[dependencies]\nb = { version = \"1.2.3\" }\n"
    ),
    Edit("Cargo.toml", "[workspace.package]\r\nversion = '‹1.2.3›'\r\n"),
    Edit("Cargo.toml", "[package]\nversion.workspace = true\n[workspace.package]\nversion = \"‹1.2.3›\""),
    Edit(
      "Cargo.toml", "[package]\nversion = { workspace = true }\n[workspace]\npackage.version = \"‹1.2.3›\""),
    Edit("Cargo.toml", "[package]\nversion = \"‹1.0.0›\"\n[workspace.package]\nversion = \"‹2.0.0›\"\n"),
    Edit("Cargo.toml", "package.version = \"‹1.0.0›\"\npackage.name = \"a\"\n"),
    Edit("Cargo.toml", "package = { name = \"a\", version = \"‹1.0.0›\" }\n"),
    Edit("Cargo.toml", "[ \"package\" ]\n\"versio\\u006E\" = \"\"\"‹1.0.0›\"\"\"\n"),
    Edit(
      "Cargo.toml",
      "\u{FEFF}[package]\ndescription = \"\"\"\n[package]\nversion = \"9.9.9\"\n\"\"\"\nversion = \"‹›\""),
    Edit(
      "Cargo.toml",
      "[package]\nd = '''\nversion = \"9.9.9\"'''''\nversion=\"‹0.0.0-development›\"\n[package.metadata]\nversion = \"1\"\n"
    ),
    Edit(
      "Cargo.toml",
      "a = [\n  1, # ]\n  [2], { x = 1 },\n]\nd = 1979-05-27 07:32:00Z\n[package]\nversion = \"‹1.2›\"\n[[bin]]\nversion = \"1.0.0\"\n"
    ),
    Edit("pyproject.toml", "[project]\nname = \"a\"\nversion = \"‹1.2.0rc1›\"\n"),
    Edit("pyproject.toml", "[tool.poetry]\nversion = \"‹1.0.0›\"\n[tool.other]\nversion = \"1.0.0\"\n"),
    Edit("pyproject.toml", "[project]\nversion = \"‹1.0.0›\"\n[tool]\npoetry = {version = '‹1.0.0›'}\n"),
    Edit("pyproject.toml", "[project]\ndynamic = [\"version\"]\n[tool.poetry]\nversion = \"‹1.0.0›\"\n"),
  ]

  @Test(arguments: manifests)
  func `the package's version is replaced`(edit: Edit) throws { try edit.check() }

  @Test(arguments: [
    ("Cargo.toml", "[workspace]\nmembers = []\n", VersionFileError.notFound),
    (
      "Cargo.toml", "[package]\nversion.workspace = true\n",
      .computed(line: 2, text: "version.workspace = true")
    ),
    (
      "Cargo.toml", "[package]\nversion = { workspace = true }",
      .computed(line: 2, text: "version = { workspace = true }")
    ),
    ("Cargo.toml", "[package.version]\nworkspace = true", .computed(line: 1, text: "[package.version]")),
    ("Cargo.toml", "[package]\nversion = 1.2\n", .malformed(line: 2, column: 1)),
    ("Cargo.toml", "[package]\nversion = \"1\"\n[package]\nversion = \"1\"\n", .ambiguous(lines: [2, 4])),
    ("Cargo.toml", "[package\n", .malformed(line: 1, column: 9)),
    ("Cargo.toml", "[package]\nversion = \"1.0.0\n", .malformed(line: 2, column: 17)),
    ("Cargo.toml", "[package]\nversion = \"1.0.0\" x\n", .malformed(line: 2, column: 19)),
    ("Cargo.toml", "a = \"\"\"\n", .malformed(line: 2, column: 1)),
    ("Cargo.toml", "a = [1 2]", .malformed(line: 1, column: 8)),
    ("Cargo.toml", "= 1", .malformed(line: 1, column: 1)),
    ("Cargo.toml", "[package]\nversion = \"\\q\"", .malformed(line: 2, column: 12)),
    (
      "pyproject.toml", "[project]\ndynamic = [\"readme\", \"version\"]\n",
      .computed(line: 2, text: "dynamic = [\"readme\", \"version\"]")
    ),
    ("pyproject.toml", "[project]\ndynamic = [\"readme\"]\n", .notFound),
  ])
  func `what is no clear place is refused`(name: String, text: String, error: VersionFileError) throws {
    #expect(try Edit.error(name, text) == error)
  }

  @Test(arguments: ["[a]\nversion = \"2.0.0-next.1\"", "[project]\nversion = \"1.0.0\""])
  func `a version that PEP 440 does not know is refused`(text: String) throws {
    let error = try Edit.error("pyproject.toml", text, version: "2.0.0-next.1")
    #expect(error == (text.hasPrefix("[a]") ? .notFound : .notExpressible("2.0.0-next.1")))
  }

  @Test func `a manifest tells its name and where its version is`() throws {
    let member = try CargoManifest(parsing: Array("[package]\nname = 'a'\nversion.workspace = true".utf8))
    #expect(member.packageName == "a" && member.inheritsVersion)
    #expect(!member.hasOwnVersion && !member.hasWorkspaceVersion)
    let root = try CargoManifest(parsing: Array("[workspace.package]\nversion = '1.0.0'".utf8))
    #expect(
      root.packageName == nil && !root.inheritsVersion && !root.hasOwnVersion && root.hasWorkspaceVersion)
    let own = try CargoManifest(parsing: Array("[package]\nname = 'b'\nversion = '1.0.0'".utf8))
    #expect(own.packageName == "b" && !own.inheritsVersion && own.hasOwnVersion)
  }

  @Test(
    arguments: [
      ("[project]\nname = \"A_b\"", "A_b"), ("[tool.poetry]\nname = 'c'", "c"),
      ("[project]\nname = 'x'\n[tool.poetry]\nname = 'c'", "x"),
      ("[build-system]\nname = 'x'", nil),
    ] as [(String, String?)])
  func `a Python project tells its name`(text: String, name: String?) throws {
    #expect(try PythonProject(parsing: Array(text.utf8)).name == name)
  }
}
