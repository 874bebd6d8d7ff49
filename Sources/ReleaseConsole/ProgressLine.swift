/// One line at the bottom of a terminal that tells how far long work has come, and goes when the work is done.
///
/// It comes only when the work takes longer than a moment, and only where somebody looks on: never in a file, a log, or
/// beside `--quiet`.
package struct ProgressLine {
  private let what: String
  private let console: Console
  private let uptime: @Sendable () -> UInt64
  /// When the line is written next, in nanoseconds since the system was started.
  private var due: UInt64
  private var isShown = false

  /// How long nothing is told, and how long one figure stays, in nanoseconds.
  private static let (patience, pause) = (UInt64(500_000_000), UInt64(100_000_000))
  /// How much is done between two looks at the clock.
  private static let step = 1024

  /// Begins work.
  ///
  /// - Parameters:
  ///   - what: what is done: `reading commits`.
  ///   - uptime: the time since the system was started, in nanoseconds.
  package init(_ what: String, on console: Console, uptime: @escaping @Sendable () -> UInt64) {
    self.what = what
    self.console = console
    self.uptime = uptime
    due = console.options.showsProgress ? uptime() + Self.patience : .max
  }

  /// Tells how much is done.
  package mutating func advance(to count: Int) {
    guard due != .max, count % Self.step == 0 else { return }
    let now = uptime()
    guard now >= due else { return }
    due = now + Self.pause
    isShown = true
    console.overwrite("\(what): \(count)")
  }

  /// Ends the work and takes the line away.
  package mutating func finish() {
    if isShown { console.overwrite("") }
    (isShown, due) = (false, .max)
  }
}

extension Console {
  /// Writes the terminal's last line anew.
  fileprivate func overwrite(_ text: String) { write("\r\u{1B}[K\(text)") }
}
