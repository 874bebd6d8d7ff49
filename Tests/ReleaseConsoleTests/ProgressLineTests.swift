import ReleaseConsole
import Synchronization
import Testing

/// A clock that is moved by hand, in milliseconds.
private final class HandClock: Sendable {
  private let time = Mutex<UInt64>(0)

  func move(_ milliseconds: UInt64) { time.withLock { $0 += milliseconds * 1_000_000 } }
  var now: UInt64 { time.withLock { $0 } }
}

@Suite("Progress of long work")
struct ProgressLineTests {
  private let clock = HandClock()

  private func shown(
    isTerminal: Bool = true, verbosity: Verbosity = .normal, _ work: (inout ProgressLine) -> Void
  ) -> String {
    var options = ConsoleOptions(verbosity: verbosity)
    options.decideLooks(.auto, environment: [:], outputIsTerminal: false, errorIsTerminal: isTerminal)
    let clock = clock
    return Capture(options) { console in
      var line = ProgressLine("reading commits", on: console, uptime: { clock.now })
      work(&line)
      line.finish()
    }.error
  }

  @Test func `quick work says nothing`() {
    #expect(shown { line in (1...5_000).forEach { line.advance(to: $0) } } == "")
  }

  @Test func `long work is told of, and the line goes when it is done`() {
    let text = shown { line in
      clock.move(600)
      (1...3_000).forEach { line.advance(to: $0) }
      clock.move(50)
      line.advance(to: 4_096)
      clock.move(60)
      line.advance(to: 5_120)
    }
    #expect(
      text == "\r\u{1B}[Kreading commits: 1024" + "\r\u{1B}[Kreading commits: 5120" + "\r\u{1B}[K")
  }

  @Test func `a file, a log and a quiet run are told nothing`() {
    let work: (inout ProgressLine) -> Void = { line in
      clock.move(600)
      line.advance(to: 1_024)
    }
    #expect(shown(isTerminal: false, work) == "")
    #expect(shown(verbosity: .quiet, work) == "")
  }
}

@Suite("Answers on a terminal")
struct TerminalAnswerTests {
  @Test(arguments: [(true, "a\\u{1b}[2J\tb\n"), (false, "a\u{1B}[2J\tb\n")])
  func `a terminal is shown what it would obey; a file gets the bytes`(_ isTerminal: Bool, _ expected: String)
  {
    var options = ConsoleOptions()
    options.decideLooks(.never, environment: [:], outputIsTerminal: isTerminal, errorIsTerminal: false)
    let capture = Capture(options) { $0.answer(bytes: Array("a\u{1B}[2J\tb\n".utf8)) }
    #expect(capture.out == expected)
  }
}
