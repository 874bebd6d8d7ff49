import Foundation
import Testing

@Suite("The house keeps its walls")
struct ArchitectureTests {
  let house: House

  init() throws { house = try House() }

  /// The rooms that take values and give values.
  private static let pure: Set<String> = [
    "VersionFiles",
    "SemanticVersions", "Mustache", "OCIImages", "StrictJSON", "ConventionalCommits", "ReleaseSigning",
    "Changelogs",
    "TransparencyLog", "ReleaseManifests", "ReleaseLedger", "Rollouts", "ReleasePlanning", "ArgumentSyntax",
  ]

  /// What a room may import that is none of ours: the toolchain's modules, each where it is needed.
  private static let toolchain: [String: Set<String>] = [
    "ReleasePlanning": ["FoundationEssentials"],
    "Effects": [
      "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch",
    ],
    "HTTPTransport": ["Dispatch", "Foundation", "FoundationEssentials", "Synchronization"],
    "Registries": ["Synchronization"],
    "ReleaseConsole": ["Glibc", "Musl", "Darwin", "Synchronization"],
    "ReleaseCommands": ["Synchronization"], "release": ["Glibc", "Musl", "Darwin"],
  ]

  @Test func `there are rooms, and each has files`() {
    #expect(house.rooms.count >= 20)
    #expect(
      house.rooms.allSatisfy { !$0.files.isEmpty }, "\(house.rooms.filter { $0.files.isEmpty }.map(\.name))")
  }

  @Test func `a room imports what Package.swift grants it and nothing else`() throws {
    for room in house.rooms {
      let allowed = Set(room.grants).union(Self.toolchain[room.name] ?? [])
      for file in room.files {
        let strangers = try House.imports(of: file).filter { !allowed.contains($0) }
        #expect(strangers.isEmpty, "\(room.name)/\(file.lastPathComponent) imports \(strangers)")
      }
    }
  }

  @Test func `every grant is used`() throws {
    for room in house.rooms {
      let used = Set(try room.files.flatMap(House.imports))
      let idle = room.grants.filter { !used.contains($0) }
      #expect(idle.isEmpty, "\(room.name) does not import \(idle)")
    }
  }

  @Test func `arrows point to rooms that stand before`() {
    var above: Set<String> = ["CLibc", "COpenSSL"]
    for room in house.rooms {
      let upward = room.grants.filter { !above.contains($0) }
      #expect(upward.isEmpty, "\(room.name) imports \(upward), which stand after it")
      above.insert(room.name)
    }
  }

  @Test func `the pure ring touches no file, clock, process, randomness or terminal`() throws {
    let world =
      /\b(FileManager|Process|ProcessInfo|Date|UUID|URLSession|SystemRandomNumberGenerator|ContinuousClock|DispatchQueue|Task)\b|\b(print|getenv|fopen)\(|\.random\(/
    for room in house.rooms where Self.pure.contains(room.name) {
      for file in room.files {
        let lines = try House.code(of: file).filter { $0.contains(world) }
        #expect(lines.isEmpty, "\(room.name)/\(file.lastPathComponent): \(lines)")
      }
    }
  }

  @Test func `nothing outside the toolchain and libcrypto is linked`() {
    let code = house.manifest.split(separator: "\n").filter { !$0.contains("//") }.joined(separator: "\n")
    #expect(!code.contains(".package("))
    #expect(!code.contains("binaryTarget"))
    #expect(code.matches(of: /systemLibrary/).count == 2)
  }

  @Test func `only the rooms beside a C library hold unsafe code`() throws {
    let allowed: Set<String> = ["ReleaseSigning", "Effects", "ReleaseConsole"]
    for room in house.rooms where !allowed.contains(room.name) {
      for file in room.files {
        let lines = try House.code(of: file).filter { $0.contains(/\bunsafe\b/) }
        #expect(lines.isEmpty, "\(room.name)/\(file.lastPathComponent): \(lines)")
      }
    }
  }

  @Test func `a file stays small enough to be read`() throws {
    for file in house.rooms.flatMap(\.files) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 300, "\(file.lastPathComponent): \(lines.count) lines")
    }
  }

  @Test func `words for people stand in one folder: errors carry facts`() throws {
    for room in house.rooms where Self.pure.contains(room.name) {
      for file in room.files {
        let conforming = try House.code(of: file).filter {
          $0.contains("LocalizedError") || $0.contains("extension String: Error")
        }
        #expect(conforming.isEmpty, "\(file.lastPathComponent): \(conforming)")
      }
    }
  }
}
