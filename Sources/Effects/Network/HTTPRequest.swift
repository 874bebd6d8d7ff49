/// A request to an HTTP server.
package struct HTTPRequest: Hashable, Sendable {
  /// The method, in capitals.
  package var method: String
  /// An absolute `http` or `https` URL.
  package var url: String
  /// The header fields by name.
  package var headers: [String: String]
  /// The content; empty for none.
  package var body: HTTPContent
  /// How many seconds the whole exchange may take, redirects included.
  package var timeout: Double
  /// How slow it may be; `nil` when only the whole time counts.
  package var pace: HTTPPace?
  /// The longest response content to accept, in bytes.
  package var bodyLimit: Int
  /// How many redirects to follow; 0 returns the first as it is.
  package var redirectLimit: Int
  /// Whom to trust and who to be over TLS, as long as redirects stay with the server; `nil` for what the machine says.
  package var trust: HTTPTrust?

  /// A request of these parts.
  package init(
    method: String = "GET", url: String, headers: [String: String] = [:], body: HTTPContent = [],
    timeout: Double = 30, pace: HTTPPace? = nil, bodyLimit: Int = 8 << 20, redirectLimit: Int = 0,
    trust: HTTPTrust? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.pace = pace
    self.bodyLimit = bodyLimit
    self.redirectLimit = redirectLimit
    self.trust = trust
  }
}
