import ReleaseConsole
import Testing

@Suite("Whether to colour")
struct ColorChoiceTests {
  @Test(arguments: [
    (ColorChoice.always, ["NO_COLOR": "1"], false, true), (.never, ["CLICOLOR_FORCE": "1"], true, false),
    (.auto, [:], true, true), (.auto, [:], false, false), (.auto, ["NO_COLOR": "1"], true, false),
    (.auto, ["NO_COLOR": ""], true, true), (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
    (.auto, ["CLICOLOR_FORCE": "1"], false, true), (.auto, ["CLICOLOR_FORCE": "0"], false, false),
    (.auto, ["CLICOLOR_FORCE": ""], false, false), (.auto, ["TERM": "dumb"], true, false),
    (.auto, ["TERM": "xterm"], true, true), (.auto, ["TERM": "dumb", "CLICOLOR_FORCE": "1"], true, true),
  ])
  func `the flag beats the variables, they beat the terminal`(
    _ choice: ColorChoice, _ environment: [String: String], _ isTerminal: Bool, _ isColored: Bool
  ) {
    #expect(choice.isColored(environment: environment, isTerminal: isTerminal) == isColored)
  }

  @Test func `each stream is decided by what is at its end`() {
    var options = ConsoleOptions()
    options.decideLooks(.auto, environment: [:], outputIsTerminal: false, errorIsTerminal: true)
    #expect(!options.colorsAnswers)
    #expect(options.colorsMessages)
  }
}
