internal import Effects

extension NetworkError {
  /// The fact behind the way that curl ended (`man curl`, "Exit codes").
  init(_ status: SubprocessResult.Status, _ problem: String?, of request: HTTPRequest) {
    let url = request.url
    switch status {
    case .exited(3): self = .badURL(url)
    case .exited(6): self = .unknownHost(url: url)
    case .exited(7): self = .refused(url: url)
    case .exited(28) where problem?.hasPrefix(Self.slowness) == true:
      self = .stalled(url: url, after: request.pace?.seconds ?? 0)
    case .exited(28): self = .timedOut(url: url, after: request.timeout)
    case .exited(let code) where Self.tlsCodes.contains(code):
      self = .tls(url: url, message: problem ?? Self.words(status))
    case .exited(47): self = .tooManyRedirects(url: url, limit: request.redirectLimit)
    case .exited(63): self = .tooLarge(url: url, limit: request.bodyLimit)
    default: self = .other(url: url, message: problem ?? Self.words(status))
    }
  }

  /// How curl begins to say that it was too slow; the exit code alone also means that the time is over.
  private static let slowness = "Operation too slow"

  /// No connection, no trust, or no use of the certificates and keys that were named.
  private static let tlsCodes: Set<Int32> = [35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91]

  /// For an end that curl says nothing about.
  private static func words(_ status: SubprocessResult.Status) -> String {
    switch status {
    case .exited(0): "no HTTP response"
    case .exited(let code): "curl: exit \(code)"
    case .signalled(let signal): "curl: signal \(signal)"
    }
  }
}
