import ReleaseConsole
import StrictJSON
import Testing

@Suite("What a run says, and where")
struct ConsoleTests {
  @Test func `the answer goes to stdout and the conversation to stderr`() {
    let capture = Capture { console in
      console.answer("1.4.0")
      console.note("the clone is shallow")
      console.success("signed")
      console.warning("the key expires in 3d")
      console.hint("run `release verify`")
      console.step("stage 2/4")
      console.verbose("git fetch")
    }
    #expect(capture.out == "1.4.0\n")
    #expect(
      capture.error == """
        note: the clone is shallow
        done: signed
        warning: the key expires in 3d
        hint: run `release verify`
        stage 2/4

        """)
  }

  @Test(arguments: [
    (Verbosity.silent, ""), (.quiet, "warning: w\n"), (.normal, "note: n\nwarning: w\nhint: h\n"),
    (.verbose, "note: n\nwarning: w\nhint: h\ndebug: d\n"),
  ])
  func `verbosity decides what is said, never the answer`(_ verbosity: Verbosity, _ said: String) {
    let capture = Capture(ConsoleOptions(verbosity: verbosity)) { console in
      console.answer("yes")
      console.note("n")
      console.warning("w")
      console.hint("h")
      console.verbose("d")
    }
    #expect(capture.out == "yes\n")
    #expect(capture.error == said)
  }

  @Test func `an answer of several lines ends with one newline`() {
    #expect(Capture { $0.answer("a\nb\n") }.out == "a\nb\n")
    #expect(Capture { $0.answer(Message(lines: "# 1.0\n\n- x")) }.out == "# 1.0\n\n- x\n")
  }

  @Test func `in JSON mode stdout is the document alone`() {
    let capture = Capture(ConsoleOptions(isJSON: true)) { console in
      console.answer("1.4.0")
      console.answer(bytes: [0x21])
      console.answer(json: ["schema": 1, "next": "1.4.0"])
      console.note("n")
    }
    #expect(capture.out == "{\n  \"schema\": 1,\n  \"next\": \"1.4.0\"\n}\n")
    #expect(capture.error == "note: n\n")
  }

  @Test func `in text mode no document is printed, and bytes are printed as they are`() {
    let capture = Capture { console in
      console.answer(json: ["schema": 1])
      console.answer(bytes: [0x1B, 0x21])
    }
    #expect(capture.out == "\u{1B}!")
  }

  @Test func `log lines are one object each`() {
    let capture = Capture(ConsoleOptions(logFormat: .json, traceID: "4bf9")) { console in
      console.note("a \("b\nc")")
      console.warning("w")
      console.verbose("d")
    }
    #expect(
      capture.error == """
        {"time":"2026-11-21T03:20:11Z","level":"info","message":"a b\\nc","trace_id":"4bf9"}
        {"time":"2026-11-21T03:20:11Z","level":"warning","message":"w","trace_id":"4bf9"}

        """)
  }

  @Test func `colours are put around roles, each stream by its own decision`() {
    let capture = Capture(ConsoleOptions(colorsMessages: true)) { console in
      console.answer("\("ok", as: .success)")
      console.warning("\("dist/m.json", as: .path) is old")
    }
    #expect(capture.out == "ok\n")
    #expect(capture.error == "\u{1B}[33mwarning: \u{1B}[0m\u{1B}[36mdist/m.json\u{1B}[0m is old\n")
  }
}
