import Effects
import Foundation
import Testing

@Suite("Running programs", .timeLimit(.minutes(20)))
struct SubprocessTests {
  let scratch: Scratch
  let programs = LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment)

  init() throws { scratch = try Scratch() }

  /// Runs a shell script.
  private func shell(
    _ script: String, input: [UInt8] = [], timeout: Double? = nil, limit: Int = 64 << 20, isGroup: Bool = true
  ) throws(SubprocessError) -> SubprocessResult {
    try programs.run(
      Subprocess(
        argv: ["sh", "-c", script], directory: scratch.path, input: input, timeout: timeout,
        outputLimit: limit,
        startsOwnProcessGroup: isGroup))
  }

  @Test(arguments: ["sleep 60", "yes", "trap '' TERM; while :; do sleep 1; done", "exec >&- 2>&-; sleep 60"])
  func `a program ends when it is told to`(script: String) throws {
    let cancellation = Cancellation()
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.2)
      cancellation.request()
    }
    let command = Subprocess(
      argv: ["sh", "-c", script], outputLimit: .max, cancellation: cancellation)
    let result = try programs.run(command) { _ in }
    #expect(result.didTimeOut && result.duration >= 0.1 && result.duration < 30)
    // A wish that came before the start counts as well.
    #expect(try programs.run(command) { _ in }.didTimeOut)
  }

  @Test func `both outputs come back, apart`() throws {
    let result = try shell("echo out; echo err >&2")
    #expect(result.status == .exited(0))
    #expect(result.output == Array("out\n".utf8))
    #expect(result.errorOutput == Array("err\n".utf8))
  }

  @Test(arguments: [0, 1, 3, 127, 255]) func `the exit status is told`(status: Int32) throws {
    #expect(try shell("exit \(status)").status == .exited(status))
  }

  @Test(arguments: [SIGTERM, SIGKILL, SIGSEGV]) func `the signal that ended it is told`(signal: Int32) throws
  {
    let result = try shell("kill -\(signal) $$")
    #expect(result.status == .signalled(signal))
    #expect(!result.didTimeOut)
  }

  @Test func `arguments arrive as they are`() throws {
    let arguments = ["", "a b", "$HOME", "\n", "é", "--", "'\"\\*"]
    let result = try programs.run(Subprocess(argv: ["printf", "%s|"] + arguments))
    #expect(result.output == Array((arguments.joined(separator: "|") + "|").utf8))
  }

  @Test func `a megabyte on each output is drained while it runs`() throws {
    let result = try shell("(yes out | head -c 1000000) & yes err | head -c 1000000 >&2; wait")
    #expect(result.output.count == 1_000_000)
    #expect(result.errorOutput.count == 1_000_000)
  }

  @Test func `a megabyte goes in while as much comes out`() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 2) }
    #expect(try programs.run(Subprocess(argv: ["cat"], input: bytes)).output == bytes)
  }

  @Test func `a program that does not read its input harms nobody`() throws {
    let bytes = [UInt8](repeating: 1, count: 1_000_000)
    #expect(try shell("exit 7", input: bytes).status == .exited(7))
    #expect(try shell("exec <&-; sleep 0.1; echo done", input: bytes).output == Array("done\n".utf8))
    #expect(try shell("head -c 3 | wc -c", input: bytes).output == Array("3\n".utf8))
  }

  @Test func `without input the program is at the end of it`() throws {
    #expect(try shell("cat; echo end").output == Array("end\n".utf8))
  }

  @Test func `the environment is ours, or the one given and nothing else`() throws {
    let programs = LiveSubprocesses(inheriting: ["PATH": "/usr/bin:/bin", "OURS": "1"])
    let inherited = try programs.run(Subprocess(argv: ["env"])).output
    let given = try programs.run(Subprocess(argv: ["env"], environment: ["GIVEN": "a=b"])).output
    #expect(
      Set(inherited.split(separator: 10)) == [
        Array("PATH=/usr/bin:/bin".utf8)[...], Array("OURS=1".utf8)[...],
      ])
    #expect(given == Array("GIVEN=a=b\n".utf8))
  }

  @Test func `the working directory is the one given`() throws {
    let path = try scratch.folder("a b")
    let result = try programs.run(Subprocess(argv: ["pwd", "-P"], directory: path))
    #expect(result.output == Array(path.utf8) + [10])
  }

  @Test func `a relative path to a program starts in its working directory`() throws {
    try scratch.shell("mkdir bin; printf '#!/bin/sh\necho here' > bin/tool; chmod +x bin/tool")
    let result = try programs.run(Subprocess(argv: ["bin/tool"], directory: scratch.path))
    #expect(result.output == Array("here\n".utf8))
  }

  @Test func `no descriptor of ours is open in the program but the three`() throws {
    let file = try #require(FileHandle(forReadingAtPath: scratch.file("open")))
    let lock = try LiveFiles().lock(scratch.at("lock"), as: "us", waitingAtMost: 0)
    let result = try shell("ls -l /proc/$$/fd")
    #expect(!String(decoding: result.output, as: UTF8.self).contains(scratch.at("lock")))
    withExtendedLifetime(file) { lock.unlock() }
  }

  @Test func `a blocked or ignored signal is neither in the program`() throws {
    var (ours, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&ours)
    unsafe sigaddset(&ours, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &ours, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    #expect(try shell("kill -TERM $$; echo alive").status == .signalled(SIGTERM))
    #expect(
      try shell("exec grep SigBlk /proc/self/status").output == Array("SigBlk:\t0000000000000000\n".utf8))
  }

  @Test func `a background child that keeps the outputs does not keep us`() throws {
    let started = ContinuousClock.now
    let result = try shell("sleep 60 & echo $!")
    #expect(started.duration(to: .now) < .seconds(30))
    kill(try #require(pid_t(String(decoding: result.output.dropLast(), as: UTF8.self))), SIGKILL)
  }

  @Test func `a program that closes its outputs is waited for`() throws {
    let result = try shell("exec >&- 2>&-; sleep 0.3; exit 9")
    #expect(result.status == .exited(9))
    #expect(result.duration >= 0.3)
  }

  @Test func `too much output ends the program`() throws {
    #expect(throws: SubprocessError.tooMuchOutput(program: "/bin/sh", limit: 1000)) {
      try programs.run(Subprocess(argv: ["/bin/sh", "-c", "yes"], outputLimit: 1000))
    }
    #expect(try shell("head -c 1000 /dev/zero; head -c 1000 /dev/zero >&2", limit: 1000).output.count == 1000)
  }
}

@Suite("Programs out of time", .timeLimit(.minutes(20)))
struct SubprocessTimeoutTests {
  let scratch: Scratch
  let programs = LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment)

  init() throws { scratch = try Scratch() }

  private func shell(_ script: String, isGroup: Bool = true) throws -> SubprocessResult {
    try programs.run(
      Subprocess(
        argv: ["sh", "-c", script], directory: scratch.path, timeout: 0.3, startsOwnProcessGroup: isGroup))
  }

  private func isRunning(_ number: some Sequence<UInt8>) throws -> Bool {
    let pid = try #require(pid_t(String(decoding: Array(number), as: UTF8.self)))
    // An orphan that has ended but that nobody took note of yet is a zombie, and no longer running.
    return try !scratch.shell("ps -o stat= -p \(pid) | grep -v Z || true").isEmpty
  }

  @Test func `a program in time is not out of time`() throws {
    #expect(try !shell("true").didTimeOut)
  }

  @Test func `what it wrote before is kept`() throws {
    let result = try shell("echo before; exec sleep 20")
    #expect(result.didTimeOut)
    #expect(result.status == .signalled(SIGTERM))
    #expect(result.output == Array("before\n".utf8))
    #expect((0.3..<2).contains(result.duration))
  }

  @Test func `a program may end in order`() throws {
    let result = try shell("trap 'echo cleaned; exit 5' TERM; while :; do sleep 0.05; done")
    #expect(result.didTimeOut)
    #expect(result.status == .exited(5))
    #expect(result.output == Array("cleaned\n".utf8))
  }

  @Test func `a program that will not end is ended after two seconds`() throws {
    let result = try shell("trap '' TERM; while :; do sleep 0.05; done")
    #expect(result.status == .signalled(SIGKILL))
    #expect((2.2..<6).contains(result.duration))
  }

  @Test func `those whom it started end with it`() throws {
    let result = try shell(
      "sh -c 'trap \"\" TERM; echo $$; exec >&- 2>&-; while :; do sleep 0.05; done' & wait")
    #expect(result.didTimeOut)
    #expect(try !isRunning(result.output.dropLast()))
  }

  @Test func `without a group of its own it alone is ended`() throws {
    let result = try shell("sleep 20 >/dev/null 2>&1 & echo $!; wait", isGroup: false)
    #expect(result.didTimeOut)
    #expect(try isRunning(result.output.dropLast()))
    kill(try #require(pid_t(String(decoding: result.output.dropLast(), as: UTF8.self))), SIGKILL)
  }

  @Test(arguments: [true, false]) func `a program leads a process group if it shall`(isGroup: Bool) throws {
    let ids = try shell("ps -o pid= -o pgid= -p $$", isGroup: isGroup).output.split(separator: 0x20)
    #expect((ids.first == ids.last?.dropLast()) == isGroup)
  }
}
