/// The response of an HTTP server.
package struct HTTPResponse: Hashable, Sendable {
  /// The status code.
  package let status: Int
  /// The header fields by lower-case name; a repeated field's values are joined by `, `.
  package let headers: [String: String]
  /// The content as it came: no content encoding is undone.
  package let body: [UInt8]
  /// Whether another server than the one that was asked gave it, after a redirect.
  package let isFromElsewhere: Bool

  /// A response of these parts; the names of fields may come in any case.
  package init(
    status: Int, headers: [String: String] = [:], body: [UInt8] = [], isFromElsewhere: Bool = false
  ) {
    self.status = status
    self.headers = Dictionary(headers.map { ($0.key.lowercased(), $0.value) }) { "\($0), \($1)" }
    self.body = body
    self.isFromElsewhere = isFromElsewhere
  }
}
