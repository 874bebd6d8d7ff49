import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The processors of this machine.
package enum Processors {
  /// How many there are.
  static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Returns what comes of pieces of work that depend on nothing but themselves, in their order; as many are done at a
  /// time as there are processors.
  package static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    map(Array(0..<count), with: {}) { _, place in work(place) }
  }

  /// Returns what comes of such pieces of work, in their own order, though each processor that is free takes the next
  /// one in another: `turns` has every place once. A processor makes a tool and uses it for all that it takes.
  static func map<Tool, Result: Sendable>(
    _ turns: [Int], with makeTool: @Sendable () -> Tool, _ work: @Sendable (inout Tool, Int) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: turns.count))
    let taken = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(count, turns.count)) { _ in
      var tool = makeTool()
      while case let turn = taken.wrappingAdd(1, ordering: .relaxed).oldValue, turn < turns.count {
        let result = work(&tool, turns[turn])
        results.withLock { $0[turns[turn]] = result }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
