internal import Dispatch
internal import Effects
internal import Synchronization

#if canImport(FoundationEssentials)
  internal import Foundation
  internal import FoundationNetworking
#else
  internal import Foundation
#endif

/// One request and its response, over a session of its own.
final class Exchange: NSObject, Sendable {
  typealias Outcome = Result<HTTPResponse, NetworkError>

  /// What is known of the exchange so far.
  struct State {
    var head: HTTPURLResponse?
    var body: [UInt8] = []
    var isOver = false
    var task: URLSessionTask?
    var continuation: CheckedContinuation<Outcome, Never>?
  }

  // On Linux the library's calls wait for one queue that all sessions share, and that a fast server can keep
  // busy. So they are made on threads of their own: a deadline holds, and no task is kept from running,
  // whatever they wait for.
  private static let calls = DispatchQueue(label: "HTTPTransport", attributes: .concurrent)

  let request: HTTPRequest
  let state = Mutex(State())
  private let target: RequestTarget

  init(_ target: RequestTarget) {
    self.target = target
    request = target.request
  }

  /// Sends the request, and gives the exchange up when the seconds are over or the task is cancelled.
  func response(within seconds: Double) async throws(NetworkError) -> HTTPResponse {
    let timeout = Outcome.failure(.timedOut(url: request.url, after: request.timeout))
    guard seconds > 0 else { return try timeout.get() }
    return try await withTaskGroup(of: Outcome.self) { group in
      group.addTask { await self.outcome() }
      group.addTask {
        // Cancellation ends the sleep early; it is told apart below.
        try? await Task.sleep(for: .seconds(min(seconds, 1e9)))
        return timeout
      }
      let first = await group.next() ?? timeout
      group.cancelAll()
      return Task.isCancelled ? self.cancelled : first
    }.get()
  }

  private func outcome() async -> Outcome {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          state.continuation = continuation
          return state.isOver
        }
        // Who was cancelled before there was somebody to tell is told now.
        if isOver { finish(cancelled) } else { Self.calls.async { self.start() } }
      }
    } onCancel: {
      finish(cancelled)
    }
  }

  private var cancelled: Outcome { .failure(.cancelled(url: request.url)) }

  private func start() {
    let session = URLSession(configuration: Self.configuration, delegate: self, delegateQueue: nil)
    let task = session.dataTask(with: target.urlRequest)
    let isOver = state.withLock { state in
      state.task = task
      return state.isOver
    }
    if isOver { return session.invalidateAndCancel() }
    task.resume()
    session.finishTasksAndInvalidate()
  }

  /// Ends the exchange, once; what comes later is dropped.
  func finish(_ outcome: Outcome) {
    let (continuation, task) = state.withLock { state in
      defer { state.continuation = nil }
      state.isOver = true
      return (state.continuation, state.task)
    }
    continuation?.resume(returning: outcome)
    if let task { Self.calls.async { task.cancel() } }
  }

  private static var configuration: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    return configuration
  }
}
