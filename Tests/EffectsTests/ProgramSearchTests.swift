import Effects
import Foundation
import Testing

@Suite("Finding programs")
struct ProgramSearchTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.shell(
      """
      mkdir first second
      for d in first second; do printf "#!/bin/sh\\necho $d" > $d/tool; chmod +x $d/tool; done
      """)
  }

  /// Runs `name` with a search path of folders in the scratch folder.
  private func run(_ name: String, path: String, directory: String? = nil) throws(SubprocessError) -> String {
    let programs = LiveSubprocesses(inheriting: ["PATH": path])
    let result = try programs.run(Subprocess(argv: [name], directory: directory))
    return String(decoding: result.output, as: UTF8.self)
  }

  @Test func `the first folder on the path that has it wins`() throws {
    let (first, second) = (scratch.at("first"), scratch.at("second"))
    #expect(try run("tool", path: "\(first):\(second)") == "first\n")
    #expect(try run("tool", path: "/nowhere:\(second):\(first)") == "second\n")
  }

  @Test func `a file that is not executable is passed over`() throws {
    try scratch.shell("chmod -x first/tool")
    #expect(try run("tool", path: "\(scratch.at("first")):\(scratch.at("second"))") == "second\n")
    #expect(throws: SubprocessError.programNotExecutable("tool")) {
      try run("tool", path: scratch.at("first"))
    }
  }

  @Test(arguments: ["", ".", ":", "first", "./first:"])
  func `the folder worked in is never searched`(path: String) {
    #expect(throws: SubprocessError.programNotFound("tool")) {
      try run("tool", path: path, directory: scratch.at("first"))
    }
  }

  @Test func `the path of the program's own environment counts`() throws {
    let command = Subprocess(argv: ["tool"], environment: ["PATH": scratch.at("second")])
    #expect(
      try LiveSubprocesses(inheriting: ["PATH": scratch.at("first")]).run(command).output
        == Array("second\n".utf8))
  }

  @Test func `without a path there are the system's folders`() throws {
    #expect(try LiveSubprocesses(inheriting: [:]).run(Subprocess(argv: ["true"])).status == .exited(0))
  }

  @Test func `a missing program, a folder and a missing working directory are told apart`() {
    let path = "/usr/bin:/bin"
    for name in ["no-such-program", "/no/such/program", "./none", "/usr"] {
      #expect(throws: SubprocessError.programNotFound(name)) { try run(name, path: path) }
    }
    #expect(throws: SubprocessError.directoryNotFound("/none")) {
      try run("true", path: path, directory: "/none")
    }
    #expect(throws: SubprocessError.directoryNotFound("/bin/sh")) {
      try run("true", path: path, directory: "/bin/sh")
    }
  }

  @Test func `a script without its interpreter is a failure of the system, not a missing program`() throws {
    try scratch.shell("echo '#!/no/such/interpreter' > first/tool")
    let code = #expect(throws: SubprocessError.self) { try run("tool", path: scratch.at("first")) }
    guard case .system(scratch.at("first/tool"), "posix_spawn", ENOENT, _) = code else {
      Issue.record("got \(String(describing: code))")
      return
    }
  }

  @Test(arguments: [
    Subprocess(argv: []), Subprocess(argv: [""]), Subprocess(argv: ["true", "a\0b"]),
    Subprocess(argv: ["true"], environment: ["A=B": "1"]), Subprocess(argv: ["true"], environment: ["": "1"]),
    Subprocess(argv: ["true"], environment: ["A": "1\0B=2"]),
    Subprocess(argv: ["true"], directory: "/tmp\0x"),
  ])
  func `what no program can be given is refused`(command: Subprocess) {
    let programs = LiveSubprocesses(inheriting: ["PATH": "/usr/bin:/bin"])
    let error = #expect(throws: SubprocessError.self) { try programs.run(command) }
    guard case .invalidArgument = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }
}
