/// A request to an HTTP server.
package struct HTTPRequest: Hashable, Sendable {
  /// The method, in capitals.
  package var method: String
  /// An absolute `http` or `https` URL.
  package var url: String
  /// The header fields by name.
  package var headers: [String: String]
  /// The content; empty for none.
  package var body: [UInt8]
  /// How many seconds the whole exchange may take, redirects included.
  package var timeout: Double
  /// The longest response content to accept, in bytes.
  package var bodyLimit: Int
  /// How many redirects to follow; 0 returns the first as it is.
  package var redirectLimit: Int

  /// A request of these parts.
  package init(
    method: String = "GET", url: String, headers: [String: String] = [:], body: [UInt8] = [],
    timeout: Double = 30, bodyLimit: Int = 8 << 20, redirectLimit: Int = 0
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.bodyLimit = bodyLimit
    self.redirectLimit = redirectLimit
  }
}
