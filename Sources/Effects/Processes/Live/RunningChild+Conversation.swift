#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RunningChild {
  /// Between two looks at a child whose outputs somebody holds open, in seconds.
  private static var longestWait: Double { 0.05 }
  /// For how long to listen to those whom an ended child left behind, in seconds.
  private static var linger: Double { 0.1 }
  /// For how long to let a larger piece gather, in seconds.
  private static var breath: Double { 0.0005 }
  /// From the request to end to the order, in seconds.
  private static var grace: Double { 2 }

  /// Talks to the program until it has ended, hands on what it writes, and returns how it went.
  mutating func resultAtTheEnd(
    handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) -> SubprocessResult {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var errorBytes: [UInt8] = []
    var wait = 0.0001
    while try !isOver() {
      if output.isAtEnd && errorOutput.isAtEnd {
        pause(seconds: wait)
        wait = min(wait * 2, Self.longestWait)
        input.sendMore()
      } else {
        try exchange(&buffer, &errorBytes, handingOn: take)
        // A program that writes in small pieces would have us change places for each of them.
        if output.trickles { pause(seconds: Self.breath) }
      }
      endWhenDue()
    }
    try output.takeTheRest(&buffer, of: program, handingOn: take)
    try errorOutput.takeTheRest(&buffer, of: program) { errorBytes += $0 }
    return try result(saying: errorBytes)
  }

  /// Waits until a stream is ready, and moves what can be moved.
  private mutating func exchange(
    _ buffer: inout [UInt8], _ errorBytes: inout [UInt8], handingOn take: (ArraySlice<UInt8>) -> Void
  ) throws(SubprocessError) {
    let (hasRoom, hasBytes) = (Int16(POLLOUT), Int16(POLLIN))
    var polls = [
      pollfd(fd: input.pollNumber, events: hasRoom, revents: 0),
      pollfd(fd: output.pollNumber, events: hasBytes, revents: 0),
      pollfd(fd: errorOutput.pollNumber, events: hasBytes, revents: 0),
    ]
    guard unsafe poll(&polls, nfds_t(polls.count), Int32(Self.longestWait * 1000)) > 0 else { return }
    if polls[0].revents != 0 { input.sendMore() }
    if polls[1].revents != 0 { _ = try output.takePiece(&buffer, of: program, handingOn: take) }
    if polls[2].revents != 0 {
      _ = try errorOutput.takePiece(&buffer, of: program) { errorBytes += $0 }
    }
  }

  private mutating func result(saying errorBytes: [UInt8]) throws(SubprocessError) -> SubprocessResult {
    var didTimeOut = false
    if case .running = stage {} else { didTimeOut = true }
    // Whom the leader of a group left behind when it was told to end must not outlive it.
    if didTimeOut { signal(SIGKILL) }
    return SubprocessResult(
      status: try reap(), didTimeOut: didTimeOut, errorOutput: errorBytes,
      duration: (ended ?? monotonicSeconds()) - started)
  }

  /// Whether its time is up, or somebody told it to end.
  private func isDue(at now: Double) -> Bool { now >= deadline || cancellation?.isRequested == true }

  private mutating func endWhenDue() {
    let now = monotonicSeconds()
    switch stage {
    case .running where ended == nil && isDue(at: now):
      signal(SIGTERM)
      stage = .terminating(since: now)
    case .terminating(let since) where now >= since + Self.grace:
      signal(SIGKILL)
      stage = .killed(at: now)
    default: break
    }
  }

  /// Whether the program has ended and all that is worth waiting for was said.
  private mutating func isOver() throws(SubprocessError) -> Bool {
    try noteTheEnd()
    guard let ended else { return false }
    if output.isAtEnd && errorOutput.isAtEnd { return true }
    switch stage {
    case .running: return monotonicSeconds() > ended + Self.linger
    case .terminating: return false
    case .killed(let at): return monotonicSeconds() > max(ended, at) + Self.linger
    }
  }

  private mutating func noteTheEnd() throws(SubprocessError) {
    if ended != nil { return }
    var info = unsafe siginfo_t()
    let id = id_t(pid)
    let flags = WEXITED | WNOHANG | WNOWAIT
    guard uninterrupted({ unsafe waitid(P_PID, id, &info, flags) }) == 0 else {
      throw SubprocessError("waitid", program, code: errno)
    }
    if unsafe info.si_signo != 0 { ended = monotonicSeconds() }
  }
}
