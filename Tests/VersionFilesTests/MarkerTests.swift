import SemanticVersions
import Testing
import VersionFiles

@Suite("Marked versions")
struct MarkerTests {
  static let files: [Edit] = [
    Edit("a.c", "int a = 1; // 9.9.9\n#define V \"‹1.2.3›\" /* x-release-version */\n"),
    Edit(
      "a.md",
      "<!-- x-release-version-start -->\nno version\n`a@v‹1.2.3›`\r\nhttps://x/‹1.2.3›/a\n<!-- x-release-version-end --> 1.2.3\n"
    ),
    Edit("a.md", "1.2.3 <!-- x-release-version-start -->‹1.2.3›<!-- x-release-version-end --> 1.2.3"),
    Edit("Dockerfile", "FROM node:‹1.2.3-alpine› # x-release-version\n"),
    Edit("a", "app-‹1.2.3›. x-release-version"),
    Edit(
      "a",
      "x-release-versions 1.0.0\nmax-release-version 1.0.0\n# x-release-version x-release-version ‹1.0.0›"),
    Edit("a", "1.2.3.4 10.0.0.1 01.2.3 1.2 2.2.3.tar _‹1.2.3›_ x-release-version"),
    Edit("package.json", "{\"version\":\"‹1.0.0›\"} // x-release-version\n"),
    Edit(
      "Cargo.toml",
      "[package]\nversion = \"‹1›\" # x-release-version, was 1.0.0\n[dependencies]\na = { path = \"a\", version = \"=‹1.0.0›\" } # x-release-version\n"
    ),
    Edit("Cargo.toml", "[workspace]\n# ‹1.0.0› x-release-version\n"),
    Edit("build.gradle", "version = v()\ndef v() { '‹1.0.0›' } // x-release-version\n"),
    Edit("build.gradle", "version = '1.0.0'\nversion = '‹1.0.0›' // x-release-version\n"),
    Edit("README.md", "‹1.0.0› <!-- x-release-version -->\n"),
    Edit("VERSION", "# x\n‹1.0.0› # x-release-version\n"),
    Edit("a", "x-release-version-start\n‹1.0.0›\nx-release-version ‹1.0.0›\nx-release-version-end"),
  ]

  @Test(arguments: files)
  func `a marked version is replaced`(edit: Edit) throws { try edit.check() }

  @Test(arguments: [
    ("x-release-version\n1.0.0", VersionFileError.emptyMarker(line: 1)),
    ("\n1.0.0 2.0.0 x-release-version", .ambiguous(lines: [2])),
    ("x-release-version-start\nx-release-version-end", .emptyMarker(line: 1)),
    ("/v1.0.0/app-1.0.0.tar.gz # x-release-version", .ambiguous(lines: [1])),
    ("x-release-version-start\n1.0.0 1.0.0\nx-release-version-end", .ambiguous(lines: [2])),
    ("a\n# x-release-version-start\n1.0.0", .malformed(line: 2, column: 3)),
    ("1.0.0\nx-release-version-end", .malformed(line: 2, column: 1)),
    ("x-release-version-start\n1.0.0\nx-release-version-start\n", .malformed(line: 3, column: 1)),
    ("1.2.3.4 x-release-version", .emptyMarker(line: 1)), ("1.0.0", .notFound),
    ("1.2.3- x-release-version", .emptyMarker(line: 1)),
    ("1.2.3-01 x-release-version", .emptyMarker(line: 1)),
    ("a1.2.3 x-release-version", .emptyMarker(line: 1)), ("x-release-version 1.2.3+", .emptyMarker(line: 1)),
  ])
  func `a marker without its one version is refused`(text: String, error: VersionFileError) throws {
    #expect(try Edit.error("a.txt", text) == error)
  }

  @Test func `a malformed file is refused, marker or not`() throws {
    #expect(try Edit.error("package.json", "{ // 1.0.0 x-release-version") == .malformed(line: 1, column: 29))
  }
}

@Suite("Badges of shields.io")
struct BadgeTests {
  @Test(arguments: [
    ("![v](https://img.shields.io/badge/version-‹1.2.3›-blue.svg)", "2.0.0"),
    ("<img src=\"https://img.shields.io/badge/Release-v‹1.2.3--rc.1›-blue?x=1.0.0-2\">", "2.0.0"),
    (".. image:: https://img.shields.io/badge/%20version_-‹1.2›-red\r\n", "2.0.0"),
    (
      "image:https://img.shields.io/badge/VERSION-‹1.2.3%2Ba__b›-blue[x]\nhttps://img.shields.io/badge/release-‹9.9.9›-x 1.0.0",
      "2.0.0"
    ),
    (
      "img.shields.io/badge/release-passing-green img.shields.io/badge/build-1.0.0-green img.shields.io/badge/version-‹1.0.0›-a-b",
      "2.0.0"
    ),
  ])
  func `the version of a badge is replaced`(text: String, written: String) throws {
    try Edit(
      "README.md", text.hasSuffix("a-b") ? text.replacing("a-b", with: "ab") : text, version: "2.0.0",
      written: written
    ).check()
  }

  @Test func `hyphens and plus signs are escaped`() throws {
    let text = "https://img.shields.io/badge/version-‹1.0.0›-blue"
    try Edit("readme", text, version: "2.0.0-rc-1.x+b", written: "2.0.0--rc--1.x%2Bb").check()
  }

  @Test func `a badge says its version without escapes`() {
    let text = Array("img.shields.io/badge/version-v1.0.0--rc.1-blue".utf8)
    #expect(VersionFormat.readme.currentVersion(in: text) == "1.0.0-rc.1")
  }

  @Test(arguments: [
    "no badge 1.0.0", "img.shields.io/badge/version-1.0.0", "img.shields.io/badge/version-1.0.0-a-b",
  ])
  func `without a badge there is no place`(text: String) throws {
    #expect(try Edit.error("README.rst", text) == .notFound)
  }
}
