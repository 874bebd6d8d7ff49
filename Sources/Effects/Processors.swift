import Dispatch
import Synchronization

/// The processors of this machine.
package enum Processors {
  /// Returns what comes of pieces of work that depend on nothing but themselves, in their order; as many are done at a
  /// time as there are processors.
  package static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
      let result = work(place)
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
