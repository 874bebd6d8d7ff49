internal import Effects
internal import StrictJSON

extension Registry {
  private typealias Outcome = Result<HTTPResponse, NetworkError>

  /// Sends a request until what comes is there to stay, or has come often enough.
  ///
  /// - Throws: `network`, `busy`.
  nonisolated func insist(
    on request: HTTPRequest, _ repetition: RegistryRequest.Repetition,
    _ take: (@Sendable (HTTPPiece) -> Void)? = nil
  ) async throws(RegistryError) -> HTTPResponse {
    var attempt = 1
    while true {
      let outcome = await outcome(of: request, take)
      guard let pause = try pause(after: attempt, outcome, repetition, request.url) else {
        do { return try outcome.get() } catch { throw .network(error) }
      }
      attempt += 1
      try await rest(for: pause)
    }
  }

  private nonisolated func outcome(
    of request: HTTPRequest, _ take: (@Sendable (HTTPPiece) -> Void)?
  ) async -> Outcome {
    do throws(NetworkError) {
      guard let take else { return .success(try await world.network.send(request)) }
      return .success(try await world.network.send(request, handingOn: take))
    } catch { return .failure(error) }
  }

  /// How long to wait until the next attempt, in seconds; nil: there is none.
  private nonisolated func pause(
    after attempt: Int, _ outcome: Outcome, _ repetition: RegistryRequest.Repetition, _ url: String
  ) throws(RegistryError) -> Double? {
    let policy = settings.retries
    guard attempt < policy.attempts else { return nil }
    switch outcome {
    case .failure(let error):
      return repetition == .always && policy.passes(error) ? pause(after: attempt) : nil
    case .success(let response):
      guard policy.passes(response.status, repetition) else { return nil }
      guard let asked = response.retryAfter(at: world.clock.now()) else { return pause(after: attempt) }
      guard asked <= policy.longestPause else { throw .busy(url: url, seconds: asked) }
      return Double(asked)
    }
  }

  /// Waits until it is time for another attempt.
  nonisolated func rest(after failures: Int) async throws(RegistryError) {
    try await rest(for: pause(after: failures))
  }

  /// Waits until what others had begun before is done.
  nonisolated func settle() async throws(RegistryError) { try await rest(for: pause(after: 1) / 5) }

  private nonisolated func pause(after attempt: Int) -> Double {
    settings.retries.pause(after: attempt, chance: Double(world.entropy(1).first ?? 0) / 255)
  }

  private nonisolated func rest(for seconds: Double) async throws(RegistryError) {
    do { try await world.clock.sleep(for: seconds) } catch { throw .network(.cancelled(url: name)) }
  }
}
