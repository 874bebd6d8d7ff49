internal import Effects

/// A request to a registry, before it is known where that is and what it wants to be told.
struct RegistryRequest: Sendable {
  var method = "GET"
  /// What follows `/v2/`, or an absolute address that the registry itself named.
  var place: String
  var headers: [String: String] = [:]
  var body: HTTPContent = []
  /// What the request does.
  var scopes: [RegistryScope]
  /// The longest content of the response, in bytes.
  var limit = 4 << 20
  /// How long it may take, in seconds.
  var timeout: Double = 30
  var pace: HTTPPace?
  var repetition = Repetition.always

  /// When a request that came to nothing is sent again.
  enum Repetition: Hashable, Sendable {
    /// Whenever that may help.
    case always
    /// When the registry answered: who sent it takes up a broken connection.
    case whenAnswered
    /// When it was turned away unread: what came of it else is not known.
    case whenTurnedAway
  }

  /// Whether the place is an address that the registry named, and no path: a repository may be called `httpd`.
  var isAbsolute: Bool {
    place.utf8.starts(with: "http://".utf8) || place.utf8.starts(with: "https://".utf8)
  }

  /// The request as it is sent.
  func sent(to url: String, showing authorization: String?, trust: HTTPTrust?) -> HTTPRequest {
    var headers = headers
    if let authorization { headers["Authorization"] = authorization }
    return HTTPRequest(
      method: method, url: url, headers: headers, body: body, timeout: timeout, pace: pace, bodyLimit: limit,
      redirectLimit: 5, trust: trust)
  }

  /// A request that moves as many bytes of a blob: it may take long, and must not stand still.
  func moving(_ count: Int64) -> RegistryRequest {
    var request = self
    request.pace = HTTPPace(bytes: 1024, seconds: 30)
    request.timeout = 120 + Double(count) / 16384
    return request
  }
}
