import ReleaseManifests
import Testing

@Suite("Artifact paths") struct ArtifactPathTests {
  @Test(arguments: [
    "a", "dist/shop.tar.gz", "a/b/c", "..a", "a..", "a/..b", ".hidden", "a/...", "a b", "-rf", "~", "a:b",
    "*",
    String(repeating: "a", count: 1024),
  ]) func `a path of names is accepted as it is`(text: String) throws {
    #expect(try ArtifactPath(parsing: text).text == text)
  }

  @Test(
    arguments: [
      ("", .length(0)), (String(repeating: "a", count: 1025), .length(1025)), ("/", .absolute),
      ("/etc/passwd", .absolute),
      ("//a", .absolute), ("..", .part("..")), ("../x", .part("..")), ("a/../../x", .part("..")),
      ("a/..", .part("..")),
      (".", .part(".")), ("./a", .part(".")), ("a/./b", .part(".")), ("a//b", .part("")), ("a/", .part("")),
      ("a\0b", .byte(0)), ("a\nb", .byte(0x0A)), ("a\tb", .byte(0x09)), ("a\u{7F}", .byte(0x7F)),
      ("\u{1B}[2J", .byte(0x1B)),
      (#"..\x"#, .byte(0x5C)), (#"C:\x"#, .byte(0x5C)), ("../\u{338}x", .byte(0xCC)),
      ("..\u{2F}\u{301}x", .byte(0xCC)),
      ("caf\u{E9}", .byte(0xC3)), ("cafe\u{301}", .byte(0xCC)), ("\u{212A}", .byte(0xE2)),
      ("a\u{202E}b", .byte(0xE2)),
      ("..\u{2215}x", .byte(0xE2)),
    ] as [(String, ArtifactPath.Problem)]) func `nothing else is a path`(
      text: String, problem: ArtifactPath.Problem
    )
  {
    #expect(throws: problem) { try ArtifactPath(parsing: text) }
  }

  @Test func `paths sort by their bytes`() throws {
    let paths = try ["a", "B", "a/b", "a.b", "Z"].map { try ArtifactPath(parsing: $0) }
    #expect(paths.sorted().map(\.text) == ["B", "Z", "a", "a.b", "a/b"])
  }
}
