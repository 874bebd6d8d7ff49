import Effects
import Foundation
import StrictJSON
import Testing

/// A script that is being played in a sandbox of its own.
///
/// Whatever a script does, three things hold for each `release` in it: `--json` gives exactly one document with a
/// schema, `--dry-run` changes no file, and no command ends with the code of a bug.
struct Story {
  private let script: Script
  private var archive: Txtar
  private let sandbox: Sandbox
  private var directory: String
  private var variables: [String: String]
  private var additions: [String: String?] = [:]
  private var now = Sandbox.dawn
  private var last = Ended(exit: 0, output: "", errorOutput: "")
  private var line = 0

  init(_ script: Script) throws {
    self.script = script
    archive = Txtar(parsing: script.text)
    sandbox = try Sandbox()
    directory = sandbox.work
    variables = ["WORK": sandbox.work, "EXAMPLE": Script.exampleKey]
    for file in archive.files {
      let text = StoryLine.replacing(variables, in: file.text)
      try sandbox.write(text, to: "\(directory)/\(file.name)")
    }
  }

  /// Plays the script to its end, or to the first line that does not come out.
  mutating func play() async throws {
    for (place, text) in archive.comment.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let line = StoryLine(String(text), number: place + 1, variables: variables) else { continue }
      self.line = line.number
      guard try await play(line) else { return }
    }
    if archive.text != script.text {
      try archive.text.write(toFile: script.path, atomically: true, encoding: .utf8)
    }
  }

  private mutating func play(_ line: StoryLine) async throws -> Bool {
    switch line.verb {
    case "release", "git", "sh", "shop": return try await run(line)
    case "stdout": return matches(last.output, line)
    case "stderr": return matches(last.errorOutput, line)
    case "json": return json(line)
    case "exists": return try verify(line, LiveFiles().status(path(line.rest[0])) != nil, "\(line.rest[0])")
    case "cmp": return try compare(line)
    case "cd": directory = path(line.rest[0])
    case "at": now = line.rest[0]
    case "env":
      let parts = line.rest[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      additions.updateValue(parts.count == 2 ? String(parts[1]) : nil, forKey: String(parts[0]))
    case "capture":
      guard let value = value(at: line.rest[1]) else {
        return fail("no `\(line.rest[1])` in\n\(last.output)")
      }
      variables[line.rest[0]] = Self.plain(value)
    default: return fail("there is no command `\(line.verb)`")
    }
    return true
  }

  // MARK: Commands

  private mutating func run(_ line: StoryLine) async throws -> Bool {
    let before = line.rest.contains("--dry-run") ? try Listing(of: sandbox.work) : nil
    let world = try world()
    switch line.verb {
    case "release": last = await release(line.rest, in: world)
    case "shop": last = try await Shop(in: sandbox, at: "\(directory)/shop", world: world).made()
    case "git": last = try Ended(world.run(["git"] + line.rest))
    default: last = try Ended(world.run(["sh", "-c", line.rest.joined(separator: " ")]))
    }
    if line.verb == "shop" { directory += "/shop" }
    guard line.accepts(last.exit) else {
      return fail("expected \(line.expected.map { "exit \($0)" } ?? "a failure"), got \(last.everything)")
    }
    guard line.verb == "release" else { return true }
    if last.exit == 70 { return fail("a bug: \(last.everything)") }
    if let before, case let after = try Listing(of: sandbox.work), after != before {
      return fail("a dry run changed something:\n\(after.difference(from: before))")
    }
    return line.rest.prefix { $0 != "--" }.contains("--json") ? isOneDocument() : true
  }

  private func world() throws -> World {
    let dates = ["GIT_AUTHOR_DATE": now, "GIT_COMMITTER_DATE": now]
    var world = try sandbox.world(in: directory, at: now, adding: dates)
    for (name, value) in additions { world.environment[name] = value }
    return world
  }

  private func isOneDocument() -> Bool {
    guard document?["schema"] == .integer(1), last.output.hasSuffix("}\n") else {
      return fail("stdout is not one document with a schema:\n\(last.output)")
    }
    guard last.exit == 0 || document?["exit_code"] == .integer(Int64(last.exit)) else {
      return fail("the document's `exit_code` is not \(last.exit):\n\(last.output)")
    }
    return true
  }

  // MARK: Expectations

  private func matches(_ text: String, _ line: StoryLine) -> Bool {
    do {
      let regex = try Regex(line.rest.joined(separator: " ")).anchorsMatchLineEndings()
      return verify(line, text.contains(regex), "`\(line.rest.joined(separator: " "))` in\n\(text)")
    } catch {
      return fail("no regular expression: \(error)")
    }
  }

  private func json(_ line: StoryLine) -> Bool {
    let found = value(at: line.rest[0])
    guard line.rest.count > 1 else {
      return verify(line, found != nil, "`\(line.rest[0])` in\n\(last.output)")
    }
    let wanted = line.rest.dropFirst().joined(separator: " ")
    let said = found.map(Self.plain) ?? "absent"
    return verify(
      line, said == wanted, "`\(line.rest[0])` to be `\(wanted)`; it is `\(said)` in\n\(last.output)")
  }

  private mutating func compare(_ line: StoryLine) throws -> Bool {
    let found =
      switch line.rest[0] {
      case "stdout": last.output
      case "stderr": last.errorOutput
      default: try read(line.rest[0])
      }
    let golden = try archive.files.first { $0.name == line.rest[1] }?.text ?? read(line.rest[1])
    guard (found == golden) == (line.expected == nil) else { return true }
    if line.expected != nil, ProcessInfo.processInfo.environment["RELEASE_RECORD"] == "1" {
      archive.replace(line.rest[1], by: found)
      return true
    }
    if line.expected == nil { return fail("\(line.rest[0]) is the same as \(line.rest[1])") }
    return fail("\(line.rest[0]) differs from \(line.rest[1]):\n\(Difference(from: golden, to: found))")
  }

  private func read(_ name: String) throws -> String {
    String(decoding: try LiveFiles().read(path(name), limit: 1 << 20), as: UTF8.self)
  }

  private var document: JSONObject? {
    // A text that is no document is what the caller reports.
    guard case .object(let object)? = try? JSONValue(parsing: Array(last.output.utf8), limits: JSONLimits())
    else {
      return nil
    }
    return object
  }

  private func value(at path: String) -> JSONValue? {
    path.split(separator: ".").reduce(document.map { .object($0) }) { value, step in
      switch value {
      case .object(let object)?: object[String(step)]
      case .array(let array)?: Int(step).flatMap { array.indices.contains($0) ? array[$0] : Optional.none }
      default: nil
      }
    }
  }

  private static func plain(_ value: JSONValue) -> String {
    if case .string(let text) = value { text } else { String(decoding: value.bytes, as: UTF8.self) }
  }

  private func path(_ word: String) -> String { word.hasPrefix("/") ? word : "\(directory)/\(word)" }

  private func verify(_ line: StoryLine, _ isTrue: Bool, _ what: String) -> Bool {
    isTrue == (line.expected != nil) ? true : fail("\(line.expected == nil ? "not " : "")expected: \(what)")
  }

  /// Tells of a failure at the script's own line.
  private func fail(_ message: String) -> Bool {
    let place = SourceLocation(
      fileID: "CommandLineTests/\(script.name).txtar", filePath: script.path, line: line, column: 1)
    Issue.record(Comment(rawValue: message), sourceLocation: place)
    return false
  }
}
