import Testing
import VersionFiles

@Suite("Versions in JSON files")
struct JSONFileTests {
  static let manifests: [Edit] = [
    Edit(
      "package.json",
      "{\n  \"name\": \"a\",\n  \"version\": \"‹1.2.3›\",\n  \"x\": {\"version\": \"1.2.3\"}\n}\n"),
    Edit("package.json", "\u{FEFF}{\r\n\t\"version\" : \"‹0.0.0-development›\"\r\n}"),
    Edit("package.json", "{\"version\":\"‹›\"}"),
    Edit("package.json", "{\"version\":\"‹1.2›\",\"a\":[1,-2.5e3,true,null,{\"version\":\"9.9.9\"}]}  \n"),
    Edit("composer.json", "{\"\\u0076ersion\": \"‹1.0.0›\"}"),
    Edit(
      "deno.json", "// deno\n{\n  /* \"version\": \"0.0.1\", */\n  \"version\": \"‹0.1.0›\", // ours\n}\n"),
    Edit("Pods/A.podspec.json", "{\"version\":\"‹1.0.0›\",\"source\":{\"tag\":\"1.0.0\"}}"),
    Edit("jsr.json", "{\"a\":\"\\\"version\\\": \\\\\",\"version\":\"‹1.0.0›\"}"),
    Edit("manifest.json", "{\"é\":\"ü\",\"version\":\"‹1\\u002e0.0›\"}"),
  ]

  @Test(arguments: manifests)
  func `the version on the first level is replaced`(edit: Edit) throws { try edit.check() }

  static let locks: [Edit] = [
    Edit(
      "package-lock.json",
      "{\"version\":\"‹1.0.0›\",\"lockfileVersion\":1,\"dependencies\":{\"b\":{\"version\":\"1.0.0\"}}}"),
    Edit(
      "package-lock.json",
      "{\"version\":\"‹1.0.0›\",\"lockfileVersion\":3,\"packages\":{\"\":{\"version\":\"‹1.0.0›\"},\"node_modules/b\":{\"version\":\"1.0.0\"}}}"
    ),
    Edit(
      "npm-shrinkwrap.json", "{\"lockfileVersion\":2,\"packages\":{\"\":{\"version\":\"‹1.0.0›\"}}}",
      folder: "."),
    Edit(
      "package-lock.json",
      "{\"version\":\"1.0.0\",\"packages\":{\"\":{\"version\":\"1.0.0\"},\"packages/a\":{\"version\":\"‹1.0.0›\"}}}",
      folder: "./packages/a/"),
  ]

  @Test(arguments: locks)
  func `a lock holds the version of its package`(edit: Edit) throws { try edit.check() }

  @Test(arguments: [
    ("{}", VersionFileError.notFound), ("{\"a\":{\"version\":\"1.0.0\"}}", .notFound),
    ("{\"version\":\"1.0.0\",\n\"version\":\"1.0.0\"}", .ambiguous(lines: [1, 2])),
    ("{\"version\":\"${VERSION}\"}", .computed(line: 1, text: "${VERSION}")),
    ("{\n \"version\": 1 }", .malformed(line: 2, column: 13)), ("", .malformed(line: 1, column: 1)),
    ("{\"version\":null}", .malformed(line: 1, column: 12)), ("[]", .malformed(line: 1, column: 1)),
    ("{\"version\":\"1.0.0\"", .malformed(line: 1, column: 19)),
    ("{\"version\":\"1.0.0\"} x", .malformed(line: 1, column: 21)),
    ("{\"version\" \"1.0.0\"}", .malformed(line: 1, column: 12)),
    ("{\"a\":\"\n\",\"version\":\"1.0.0\"}", .malformed(line: 1, column: 7)),
    ("{\"version\":\"1.0.0\\q\"}", .malformed(line: 1, column: 18)),
    ("{\"a\":yes}", .malformed(line: 1, column: 6)), ("{/*", .malformed(line: 1, column: 2)),
    ("{\"version\":\"1.0.0\"", .malformed(line: 1, column: 19)),
  ])
  func `what is no clear place is refused`(text: String, error: VersionFileError) throws {
    #expect(try Edit.error("package.json", text) == error)
  }

  @Test func `a workspace member that the lock does not have is not found`() throws {
    let text = "{\"version\":\"1.0.0\",\"packages\":{\"\":{\"version\":\"1.0.0\"}}}"
    #expect(try Edit.error("package-lock.json", text, folder: "b") == .notFound)
  }

  @Test func `an escaped version that is the same stays escaped`() throws {
    let edit = Edit("package.json", "{\"version\":\"2\\u002E0.0\"}", version: "2.0.0")
    #expect(try edit.write() == edit.before)
    #expect(edit.format.currentVersion(in: edit.before) == "2.0.0")
  }
}
