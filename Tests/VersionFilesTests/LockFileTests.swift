import Testing
import VersionFiles

@Suite("Versions in locks of Cargo and uv")
struct LockFileTests {
  static let cargo = """
    # generated
    version = 4

    [[package]]
    name = "core"
    version = "‹1.0.0›"

    [[package]]
    name = "core"
    version = "0.9.0"
    source = "registry+https://github.com/rust-lang/crates.io-index"
    checksum = "00"

    [[package]]
    name = "cli"
    version = "‹1.0.0›"
    dependencies = [
     "core ‹1.0.0›",
     "core 0.9.0",
     "other 1.0.0",
    ]

    [[package]]
    name = "other"
    version = "1.0.0"

    """

  static let uv = """
    version = 1
    revision = 2

    [[package]]
    name = "my-app"
    version = "‹1.0.0›"
    source = { editable = "." }
    dependencies = [{ name = "anyio" }]

    [package.metadata]
    requires-dist = [{ name = "anyio", specifier = ">=1.0.0" }]

    [[package]]
    name = "anyio"
    version = "1.0.0"
    source = { registry = "https://pypi.org/simple" }
    wheels = [
        { url = "https://x/a.whl", hash = "sha256:00", size = 1 },
    ]

    """

  @Test func `Cargo's own packages are replaced, and what depends on them by version`() throws {
    try Edit("Cargo.lock", Self.cargo, packages: ["core", "cli"]).check()
  }

  @Test(arguments: [
    ("2.0.0-rc.1", "2.0.0rc1"), ("2.0.0", "2.0.0"), ("2.0.0-dev.3+Build-7", "2.0.0.dev3+build.7"),
  ])
  func `uv's project is replaced in the normal form`(version: String, written: String) throws {
    try Edit("uv.lock", Self.uv, packages: ["My.App"], version: version, written: written).check()
  }

  @Test(arguments: ["virtual = \".\"", "directory = \"packages/a\""])
  func `all sources in a folder are local`(source: String) throws {
    let text = "[[package]]\nname = \"a-b\"\nversion = \"‹1.0.0›\"\nsource = { \(source) }\n"
    try Edit("uv.lock", text, packages: ["A__b"], version: "2.0.0").check()
  }

  @Test func `without a name nothing is found`() throws {
    let text = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = { git = \"x\" }\n"
    #expect(try Edit.error("Cargo.lock", text) == .notFound)
    #expect(try Edit.error("Cargo.lock", text, packages: ["a"]) == .notFound)
    #expect(try Edit.error("uv.lock", text, packages: ["a"]) == .notFound)
  }

  @Test func `a package without a version is malformed for Cargo and dynamic for uv`() throws {
    let text = "[[package]]\nname = \"a\"\n"
    #expect(try Edit.error("Cargo.lock", text, packages: ["a"]) == .malformed(line: 1, column: 1))
    let uv = text + "source = { editable = \".\" }\n"
    #expect(try Edit.error("uv.lock", uv, packages: ["a"]) == .computed(line: 1, text: "[[package]]"))
  }
}
