import Testing
import VersionFiles

@Suite("Versions in plain files and properties")
struct PlainFileTests {
  static let files: [Edit] = [
    Edit("VERSION", "‹1.2.3›\n"), Edit("version.txt", "v‹1.2.3›"),
    Edit(".version", "\u{FEFF}  ‹0.0.0-development› \r\n\r\n"),
    Edit("VERSION.txt", "‹›"), Edit("a/VERSION", "‹›\n"), Edit("VERSION", "\u{FEFF}‹›\r\n"),
    Edit("VERSION", "‹1.2›"),
    Edit("gradle.properties", "# version=9\ngroup=g\nversion=‹1.2.3›\nVERSION_NAME=1.2.3\n"),
    Edit("gradle.properties", "VERSION_NAME = ‹1.2.3-SNAPSHOT›  \r\nx=version"),
    Edit("gradle.properties", "version ‹1›\n"),
    Edit("gradle.properties", "a=b\\\nversion=9\n\\u0076ersion:‹1›\n! version=8\n"),
    Edit("gradle.properties", "version=‹›\n"),
    Edit("gradle.properties", "a=\\\r\nversion=9\r\n  version\t:\t‹1›\r\nversion.x=2\r\n"),
    Edit("gradle.properties", "version‹›", written: "=2.0.0-rc.1"),
    Edit("gradle.properties", "version‹›  \na=1", written: "=2.0.0-rc.1"),
  ]

  @Test(arguments: files)
  func `the one version is replaced`(edit: Edit) throws { try edit.check() }

  @Test(arguments: [
    ("VERSION", "1.2.3\n\n1.2.4\n", VersionFileError.ambiguous(lines: [1, 3])),
    ("VERSION", "VERSION=1.2.3\n", .malformed(line: 1, column: 8)),
    ("VERSION", "1.2.3 beta", .malformed(line: 1, column: 6)),
    ("VERSION", "@VERSION@\n", .computed(line: 1, text: "@VERSION@")),
    ("gradle.properties", "a=1\n", .notFound),
    ("gradle.properties", "version=1\nversion=2", .ambiguous(lines: [1, 2])),
    ("gradle.properties", "version=1\\\n2", .malformed(line: 1, column: 9)),
    ("gradle.properties", "version=${v}", .computed(line: 1, text: "${v}")),
  ])
  func `what is no clear place is refused`(name: String, text: String, error: VersionFileError) throws {
    #expect(try Edit.error(name, text) == error)
  }
}
