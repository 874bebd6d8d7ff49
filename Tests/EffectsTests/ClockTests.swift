import Effects
import Foundation
import StrictJSON
import Testing

@Suite("Clocks")
struct ClockTests {
  @Test func `the live clock shows the time of day`() {
    #expect(abs(Double(LiveClock().now().secondsSinceEpoch) - Date().timeIntervalSince1970) < 2)
  }

  @Test func `a fixed clock starts where it is set and runs on`() async throws {
    let start = Timestamp(secondsSinceEpoch: 1_000_000_000)
    let clock = FixedClock(start)
    #expect(clock.now() == start)
    let elapsed = try await ContinuousClock().measure { try await clock.sleep(for: 1.1) }
    let shown = clock.now().secondsSinceEpoch - start.secondsSinceEpoch
    #expect((1...elapsed.components.seconds + 1).contains(shown))
  }

  @Test func `uptime grows with a sleep and never runs backwards`() async throws {
    let clock = LiveClock()
    let before = clock.uptimeNanoseconds()
    try await clock.sleep(for: 0.05)
    #expect(clock.uptimeNanoseconds() - before >= 50_000_000)
    let readings = (1...1000).map { _ in clock.uptimeNanoseconds() }
    #expect(readings == readings.sorted())
  }

  @Test(arguments: [-1, 0, -Double.infinity, Double.nan]) func `no time is no wait`(seconds: Double)
    async throws
  {
    try await LiveClock().sleep(for: seconds)
  }

  @Test(.timeLimit(.minutes(20)), arguments: [3600, Double.infinity])
  func `a cancelled sleep ends at once`(seconds: Double) async {
    let task = Task { try await LiveClock().sleep(for: seconds) }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
