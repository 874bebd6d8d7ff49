import Effects
import Foundation
import ReleaseSigning
import Synchronization
import Testing

@Suite("Many files below a folder that nobody vouches for", .serialized, .timeLimit(.minutes(20)))
struct FolderInspectionLoadTests {
  let scratch: Scratch
  let files = LiveFiles()

  init() throws { scratch = try Scratch() }

  @Test func `five thousand small files are found, each with its own digest, on few descriptors`() throws {
    let names = (0..<5000).map { "\($0 % 7)/\($0 % 50)/\($0)" }
    try scratch.shell(
      "for i in $(seq 0 6); do for j in $(seq 0 49); do mkdir -p $i/$j; done; done; "
        + "i=0; while [ $i -lt 5000 ]; do printf 'file %d' $i > $((i % 7))/$((i % 50))/$i; i=$((i + 1)); done"
    )
    var findings: [Result<HashedFile, FileObstacle>] = []
    let most = try mostDescriptors {
      findings = try files.inspect(scratch.path, for: names.map { WantedFile($0) }, surplus: nil).findings
    }
    let expected = names.indices.map { place in
      let bytes = Array("file \(place)".utf8)
      return HashedFile(digest: .sha256(bytes), size: Int64(bytes.count), isExecutable: false)
    }
    #expect(findings.compactMap { try? $0.get() } == expected)
    // Each processor holds a file and the folder before it; other tests hold some meanwhile.
    #expect(most < 3 * ProcessInfo.processInfo.activeProcessorCount + 150)
  }

  @Test func `large and small files of known and unknown sizes keep their places`() throws {
    var numbers = SeededNumbers(seed: 46)
    let wanted = try (0..<60).map { place in
      let size = place % 20 == 0 ? 3_000_000 : Int(numbers.next() % 5000)
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* (place + 3)) }
      try files.create(bytes, at: scratch.at("\(place)"), mode: 0o644)
      let known = place.isMultiple(of: 2) ? Int64(size) : nil
      return (WantedFile("\(place)", size: known), Digest.sha256(bytes))
    }
    let found = try files.inspect(scratch.path, for: wanted.map(\.0), surplus: nil).findings
    #expect(found.compactMap { try? $0.get().digest } == wanted.map(\.1))
  }

  /// The most descriptors that were seen open while something was done.
  private func mostDescriptors(during body: () throws -> Void) throws -> Int {
    let folder = FileManager.default.fileExists(atPath: "/proc/self/fd") ? "/proc/self/fd" : "/dev/fd"
    let (most, isDone, hasEnded) = (Shared(0), Shared(false), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      while !isDone.value.withLock({ $0 }) {
        // A descriptor that is closed while they are counted spoils one count, not the test.
        let count = (try? FileManager.default.contentsOfDirectory(atPath: folder).count) ?? 0
        most.value.withLock { $0 = max($0, count) }
      }
      hasEnded.signal()
    }
    defer {
      isDone.value.withLock { $0 = true }
      hasEnded.wait()
    }
    try body()
    return most.value.withLock { $0 }
  }
}

/// Numbers that are the same on every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
