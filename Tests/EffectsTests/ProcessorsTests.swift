import Synchronization
import Testing

@testable import Effects

@Suite("Work for all processors")
struct ProcessorsTests {
  @Test func `results come in the order of the places`() {
    #expect(Processors.map(1000) { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect(Processors.map(0) { $0 }.isEmpty)
  }

  @Test func `places are taken in the order of the turns`() {
    let turns = Array((0..<100).reversed())
    let taken = Shared<[Int]>([])
    let results = Processors.map(turns, with: {}) { _, place in
      taken.value.withLock { $0.append(place) }
      return place
    }
    #expect(results == Array(0..<100))
    // Of pieces taken at the same instant, a later one may say so first.
    let order = taken.value.withLock { $0 }
    #expect(order.sorted(by: >) == turns)
    #expect(order.first.map { $0 > 99 - 2 * Processors.count } == true)
  }

  @Test func `no more tools are made than there are processors`() {
    let made = Shared(0)
    _ = Processors.map(Array(0..<500), with: { made.value.withLock { $0 += 1 } }) { _, place in place }
    #expect((1...Processors.count).contains(made.value.withLock { $0 }))
  }
}
