import Foundation
import SemanticVersions
import Testing
import VersionFiles

@Suite("Python reads what was written", .enabled(if: Python.hasParsers))
struct PythonReadingTests {
  /// A file before and after, for the script.
  struct Case: Encodable {
    let name: String
    let before, after: Data
    let version: String
    let places: Int
  }

  @Test func `all values stay but the versions`() throws {
    let cases = try Corpus.edits.filter { Python.parses($0.name) }.map { edit in
      let places = try edit.format.places(in: edit.before, context: edit.context)
      return Case(
        name: edit.name, before: Data(edit.before), after: Data(edit.after),
        version: edit.written ?? edit.version,
        places: places.count)
    }
    let answers = try Python.compare(cases)
    #expect(answers.count == cases.count)
    for (one, answer) in zip(cases, answers) where answer != "same" && answer != "unreadable" {
      Issue.record("\(one.name): \(answer) in \(String(decoding: one.before, as: UTF8.self))")
    }
    #expect(answers.filter { $0 == "same" }.count >= 35)
  }
}

/// The parsers of Python's standard library, to compare with.
enum Python {
  static let hasParsers =
    (try? run("import tomllib, json, plistlib, xml.etree.ElementTree", input: Data())) != nil

  static func parses(_ name: String) -> Bool {
    [".json", ".toml", ".lock", ".xml", ".plist"].contains { name.hasSuffix($0) }
  }

  /// Returns for each case `same`, `unreadable` when Python could not read the file before, or what differs.
  static func compare(_ cases: [PythonReadingTests.Case]) throws -> [String] {
    let output = try run(script, input: JSONEncoder().encode(cases))
    return try JSONDecoder().decode([String].self, from: output)
  }

  private struct Failure: Error {}

  @discardableResult
  private static func run(_ script: String, input: Data) throws -> Data {
    let process = Process()
    let (stdin, stdout) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return output
  }

  private static let script = """
    import base64, json, plistlib, sys, tomllib
    import xml.etree.ElementTree as ET

    def tree(name, data):
        text = base64.b64decode(data).decode("utf-8-sig")
        if name.endswith(".json"): return json.loads(text)
        if name.endswith((".toml", ".lock")): return tomllib.loads(text)
        if name.endswith(".plist"): return plistlib.loads(text.encode())
        return element(ET.fromstring(text))

    def element(e):
        return [e.tag, e.attrib, (e.text or "").strip(), (e.tail or "").strip(), [element(c) for c in e]]

    def changes(a, b):
        if isinstance(a, dict) and isinstance(b, dict) and list(a) == list(b):
            return [c for k in a for c in changes(a[k], b[k])]
        if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
            return [c for x, y in zip(a, b) for c in changes(x, y)]
        return [] if a == b and type(a) == type(b) else [b]

    def answer(case):
        try: before = tree(case["name"], case["before"])
        except Exception: return "unreadable"
        try: found = changes(before, tree(case["name"], case["after"]))
        except Exception as error: return repr(error)
        wrong = [c for c in found if not isinstance(c, str) or not c.endswith(case["version"])]
        isComment = b"x-release-version" in base64.b64decode(case["before"])
        return "same" if not wrong and (found or isComment) and len(found) <= case["places"] else repr(found)

    print(json.dumps([answer(c) for c in json.load(sys.stdin)]))
    """
}
