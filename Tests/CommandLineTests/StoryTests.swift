import Testing

@Suite("The command line, told in stories")
struct StoryTests {
  @Test(.timeLimit(.minutes(20)), arguments: Script.all)
  func `the story comes out as it is told`(_ script: Script) async throws {
    var story = try Story(script)
    try await story.play()
  }

  @Test func `the scripts are found`() {
    #expect(Script.all.count >= 20)
  }

  @Test func `an archive is written down as it was read`() {
    let text = "release plan\n\n-- a --\none\n-- b/c --\n"
    let archive = Txtar(parsing: text)
    #expect(archive.text == text)
    #expect(archive.files.map(\.name) == ["a", "b/c"])
    #expect(archive.files.map(\.text) == ["one\n", ""])
  }

  @Test func `a line is words, an exit code and quotes`() {
    let line = StoryLine("release(4) plan '--at  x' \"\" $A", number: 1, variables: ["A": "b c"])
    #expect(line?.words == ["release", "plan", "--at  x", "", "b", "c"])
    #expect(line?.expected == 4)
    #expect(StoryLine("! exists a", number: 1, variables: [:])?.accepts(0) == false)
  }

  @Test func `a difference marks what went and what came`() {
    #expect("\(Difference(from: "a\nb\nc", to: "a\nc\nd"))" == " a\n-b\n c\n+d")
  }
}
