internal import Effects
internal import ReleaseConsole
internal import StrictJSON

/// Plays the demo's script in a folder of its own and shows each command with what came of it.
struct Demo {
  private let session: Session
  private let folder: String
  private let isKept: Bool
  private let world: World

  init(session: Session, keep: String?) throws {
    self.session = session
    isKept = keep != nil
    let files = session.world.files
    folder = try keep.map(session.path) ?? files.temporaryDirectory(prefix: "release-demo")
    if try files.status(folder) != nil, try !files.list(folder).isEmpty {
      throw FileError.exists(path: folder)
    }
    try files.makeDirectory("\(folder)/shop")
    try files.write(Self.gitConfiguration, to: "\(folder)/gitconfig", mode: 0o644)
    world = Self.world(session, folder)
  }

  private static let gitConfiguration = Array(
    "[user]\n\tname = Demo\n\temail = demo@example.org\n[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n"
      .utf8)

  /// The demo sees nothing of the user's git configuration, keys and ledger.
  private static func world(_ session: Session, _ folder: String) -> World {
    var world = session.world
    world.directory = "\(folder)/shop"
    world.environment = session.childEnvironment.filter {
      !$0.key.hasPrefix("RELEASE_") && !$0.key.hasPrefix("GIT_")
    }
    world.environment.merge(
      [
        "GIT_CONFIG_GLOBAL": "\(folder)/gitconfig", "GIT_CONFIG_SYSTEM": "/dev/null", "HOME": folder,
        "RELEASE_KEY": "\(folder)/keys/release.pem", "RELEASE_ACTOR": "demo",
      ]) { _, ours in ours }
    return world
  }

  func run() async throws -> Answer {
    // What cannot be removed is taken by the system's own sweep.
    defer { if !isKept { try? session.world.files.remove(folder) } }
    let started = session.world.clock.uptimeNanoseconds()
    var shown: [JSONValue] = []
    for step in DemoScript.steps(in: folder) {
      if let document = try await play(step) { shown.append(document) }
    }
    let milliseconds = Int((session.world.clock.uptimeNanoseconds() - started) / 1_000_000)
    return Answer(
      lines: closing(milliseconds),
      document: [
        "passed": true, "folder": isKept ? .string(folder) : .null, "steps": .array(shown),
        "duration_ms": JSONValue(milliseconds),
      ])
  }

  private func play(_ step: DemoStep) async throws -> JSONValue? {
    switch step {
    case .title(let title): session.console.answer("\n\(title, as: .success)")
    case .write(let path, let text, let isProgram):
      try write(Array(text.utf8), to: path, isProgram: isProgram)
    case .flip(let path, let place): try flip(path, at: place)
    case .git(let words): return try run(["git"] + words, expecting: 0)
    case .program(let words, let status): return try run(words, expecting: status)
    case .release(let words, let exit): return try await run(words, expecting: exit)
    }
    return nil
  }

  private func write(_ bytes: [UInt8], to path: String, isProgram: Bool) throws {
    let path = "\(folder)/shop/\(path)"
    try world.files.makeDirectory(PathText.folder(of: path))
    try world.files.write(bytes, to: path, mode: isProgram ? 0o755 : 0o644)
  }

  private func flip(_ path: String, at place: Int) throws {
    var bytes = try world.files.read("\(folder)/shop/\(path)", limit: 64 << 20)
    guard
      let place = bytes.indices.dropFirst(place).first(where: {
        Self.isLetter(bytes[$0]) && Self.isLetter(bytes[$0] ^ 1)
      })
    else { return }
    bytes[place] ^= 1
    session.console.answer("# one bit of \(path), byte \(place)")
    try write(bytes, to: path, isProgram: false)
  }

  /// A letter that is another letter with its last bit flipped keeps base64 readable, so that the signature is what
  /// refuses.
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private func run(_ words: [String], expecting status: Int32) throws -> JSONValue {
    let result: SubprocessResult
    do {
      result = try world.subprocesses.run(
        Subprocess(argv: words, directory: "\(folder)/shop", environment: world.environment, timeout: 60))
    } catch {
      throw DemoFailure.notRun(words, FileWording.problem(error))
    }
    let ended: Int32 = if case .exited(let status) = result.status { status } else { -1 }
    return try show(words, ended, status, result.output + result.errorOutput)
  }

  private func run(_ words: [String], expecting exit: ExitCode) async throws -> JSONValue {
    let captured = await session.run(words, world)
    return try show(["release"] + words, captured.exit.rawValue, exit.rawValue, captured.said)
  }

  private func show(_ words: [String], _ ended: Int32, _ expected: Int32, _ said: [UInt8]) throws -> JSONValue
  {
    let command = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    session.console.answer("\("$ " + command, as: .hint)")
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map { "    \($0)" }
    if !lines.isEmpty { session.console.answer(Message(rows: lines)) }
    if ended != 0 { session.console.answer("    [exit \(ended)]") }
    guard ended == expected else { throw DemoFailure.otherwise(command, ended: ended, expected: expected) }
    return ["command": .string(command), "exit_code": .integer(Int64(ended))]
  }

  private func closing(_ milliseconds: Int) -> [String] {
    let seconds = "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    let next =
      isKept
      ? [
        "Try next, in \(folder)/shop:",
        "  export RELEASE_KEY=\(folder)/keys/release.pem GIT_CONFIG_GLOBAL=\(folder)/gitconfig",
        "  release status                             what runs where",
        "  release promote 0.2.0 --to production      forward again",
        "  release verify .release/manifests/0.2.0.json --rederive --json",
        "  release history production --verbose       every step, signed",
      ]
      : [
        "Try next: `release demo --keep DIR` leaves all of it to play with; `release --help` shows every command"
      ]
    return ["", "demo passed: everything came out as it must (\(seconds))"] + next
  }
}

/// What did not come out as the demo says.
enum DemoFailure: Error {
  /// A program could not be started.
  case notRun([String], String)
  /// A command ended otherwise.
  case otherwise(String, ended: Int32, expected: Int32)
}
