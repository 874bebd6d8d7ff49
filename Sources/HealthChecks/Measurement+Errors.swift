internal import Effects
internal import Rollouts

extension Measurement {
  /// A program that could not be run measures nothing.
  init(_ error: SubprocessError) {
    switch error {
    case .programNotFound(let name): self.init(.error, "\(name) is not on the PATH")
    case .programNotExecutable(let name): self.init(.error, "\(name) cannot be executed")
    case .directoryNotFound(let path): self.init(.error, "\(path) is not there to run in")
    case .invalidArgument(let program, let word): self.init(.error, "\(program) cannot be given \(word)")
    case .tooMuchOutput(let program, let limit):
      self.init(.error, "\(program) printed more than \(limit) bytes")
    case .system(let program, let operation, _, let message):
      self.init(.error, "\(program): \(operation): \(message)")
    }
  }

  /// Nobody answers: for a page that must be there this is a failure, not a broken thermometer; only an address that
  /// cannot be asked is one.
  init(_ error: NetworkError) {
    switch error {
    case .badURL(let address): self.init(.error, "no address: \(address)")
    case .badField(_, let name): self.init(.error, "no header field: \(name)")
    case .cancelled(let url): self.init(.error, "\(url): interrupted")
    case .unknownHost(let url): self.init(.fail, "\(url): the host is not known")
    case .refused(let url): self.init(.fail, "\(url): nobody listens there")
    case .timedOut(let url, let seconds): self.init(.fail, "\(url): no answer within \(seconds) s")
    case .stalled(_, let after): self.init(.error, "too slow for \(after) s")
    case .tls(let url, let message): self.init(.fail, "\(url): TLS: \(message)")
    case .tooLarge(let url, let limit): self.init(.fail, "\(url): more than \(limit) bytes")
    case .tooManyRedirects(let url, let limit): self.init(.fail, "\(url): more than \(limit) redirects")
    case .curlMissing: self.init(.error, "curl is not on the PATH: install curl")
    case .notStarted(_, let error): self.init(error)
    case .contentNotStored(let url, _): self.init(.error, "\(url): the content to send could not be stored")
    case .other(let url, let message): self.init(.fail, "\(url): \(message)")
    }
  }
}
