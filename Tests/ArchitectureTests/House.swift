import Foundation

/// The house as its own files tell it: the rooms of `Package.swift` and what their sources import.
struct House {
  /// A room, what it may import, and its files.
  struct Room {
    let name: String
    let grants: [String]
    let files: [URL]
  }

  let manifest: String
  let rooms: [Room]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let declaration = /room\(\s*"(?<name>\w+)"(?<grants>[^)]*)\)/
    let declared = manifest.matches(of: declaration).map { match in
      (String(match.output.name), match.output.grants.matches(of: /\w+/).map { String($0.output) })
    }
    let executable = ("release", ["ReleaseCommands", "ReleaseConsole", "Effects", "HTTPTransport"])
    rooms = try (declared + [executable]).map { name, grants in
      Room(name: name, grants: grants, files: try House.files(below: root.appending(path: "Sources/\(name)")))
    }
  }

  private static func files(below folder: URL) throws -> [URL] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return files.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  /// The modules that a file imports.
  static func imports(of file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let statement =
      /(?m)^\s*(?:package |internal |public |@_?\w+ )*import (?:struct |class |enum |func )?(?<module>\w+)/
    return text.matches(of: statement).map { String($0.output.module) }
  }

  /// The lines of a file that are code, their comments cut off.
  static func code(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { String($0.replacing(/\/\/.*/, with: "")) }
  }
}
