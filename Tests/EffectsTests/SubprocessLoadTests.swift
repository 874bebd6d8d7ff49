import Effects
import Foundation
import Testing

@Suite("Many programs", .serialized, .timeLimit(.minutes(20)))
struct SubprocessLoadTests {
  let programs = LiveSubprocesses(inheriting: ["PATH": "/usr/bin:/bin"])

  private var openDescriptors: Int {
    get throws { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
  }

  @Test func `two hundred programs run without a pause after each, and leave nothing open`() throws {
    let before = try openDescriptors
    let ours = try ContinuousClock().measure {
      for _ in 1...200 { _ = try programs.run(Subprocess(argv: ["true"])) }
    }
    let theirs = try ContinuousClock().measure {
      for _ in 1...20 { try Process.run(URL(filePath: "/bin/true"), arguments: []).waitUntilExit() }
    }
    // A pause between looks at the child is tens of times what starting one takes.
    #expect(ours / 200 < theirs / 20 * 8)
    // Other tests open some meanwhile, but nothing like one for each of ours.
    #expect(try openDescriptors < before + 150)
  }

  @Test func `programs run side by side, each with its own outputs`() async throws {
    let programs = programs
    let outputs = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for number in 0..<40 {
        group.addTask {
          try programs.run(
            Subprocess(argv: ["cat"], input: [UInt8](repeating: UInt8(number), count: 200_000))
          ).output
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outputs.allSatisfy { $0.count == 200_000 && Set($0).count == 1 })
    #expect(Set(outputs.map(\.first)).count == 40)
  }
}
