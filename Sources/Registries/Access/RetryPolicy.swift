internal import Effects
internal import StrictJSON

/// How often a request is sent again, and after what time.
package struct RetryPolicy: Hashable, Sendable {
  /// How often it is sent at most.
  package var attempts: Int
  /// The first pause, in seconds; each one after it is twice as long.
  package var pause: Double
  /// The longest pause that a registry may ask for, in seconds.
  package var longestPause: Int64

  /// A policy; the default gives a registry some fifteen seconds to come back.
  package init(attempts: Int = 5, pause: Double = 1, longestPause: Int64 = 60) {
    self.attempts = attempts
    self.pause = pause
    self.longestPause = longestPause
  }

  /// Whether a status speaks of a state that passes; what a server cannot do, it cannot do later.
  func passes(_ status: Int) -> Bool {
    [408, 425, 429].contains(status) || ((500...599).contains(status) && ![501, 505].contains(status))
  }

  /// Whether a request is sent again after a status.
  func passes(_ status: Int, _ repetition: RegistryRequest.Repetition) -> Bool {
    repetition == .whenTurnedAway ? status == 429 : passes(status)
  }

  /// Whether what kept a response from coming may be gone the next time; who says nothing for as long as we wait is not
  /// waited for again.
  func passes(_ error: NetworkError) -> Bool {
    switch error {
    case .other, .stalled: true
    default: false
    }
  }

  /// The pause before the attempt after the `count`th, in seconds, when nobody asks for another.
  ///
  /// - Parameter chance: 0 to 1, so that many clients do not come back in one moment.
  func pause(after count: Int, chance: Double) -> Double {
    pause * Double(1 << min(count - 1, 10)) * (0.75 + chance / 2)
  }
}

extension HTTPResponse {
  /// How long the server asks us to wait, in seconds (RFC 9110, section 10.2.3).
  func retryAfter(at now: Timestamp) -> Int64? {
    guard let text = headers["retry-after"] else { return nil }
    // More digits than a number of seconds has are a long time, too.
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int64(text) ?? .max }
    return HTTPDate(text).map { max($0.timestamp.seconds(since: now), 0) }
  }
}
