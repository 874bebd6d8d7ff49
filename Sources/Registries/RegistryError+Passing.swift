internal import Effects

extension RegistryError {
  /// Whether the same may go well another time.
  var mayPass: Bool {
    switch self {
    case .network(let error): RetryPolicy().passes(error)
    case .status(_, let status, _): RetryPolicy().passes(status)
    default: false
    }
  }
}
