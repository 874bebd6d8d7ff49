#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The signals by which people and machines end a program.
package enum Interruptions {
  /// Does what must not be left half done: a signal that comes meanwhile is passed over, by the programs that are run,
  /// too.
  package static func ignored<Result>(during body: () throws -> Result) rethrows -> Result {
    let handlers = signals.map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in handlers { _ = signal(number, handler) } }
    return try body()
  }

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
}
