import Foundation
import ReleaseCommands
import Testing

@Suite("The reference")
struct ReferenceTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/cli.md")

  /// `RELEASE_RECORD=1 swift test --filter ReferenceTests` writes it anew.
  @Test func `docs/cli.md tells of every command what the parser knows`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let begin = try #require(text.range(of: Reference.marks.begin + "\n"))
    let end = try #require(text.range(of: Reference.marks.end))
    let written = String(text[begin.upperBound..<end.lowerBound])
    if ProcessInfo.processInfo.environment["RELEASE_RECORD"] == "1" {
      let renewed = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: Reference.markdown)
      try renewed.write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(written == Reference.markdown)
    }
  }
}
