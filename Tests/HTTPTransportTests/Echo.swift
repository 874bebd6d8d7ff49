import Effects
import Foundation

/// What the server's `/echo` tells of a request.
struct Echo: Decodable {
  let method: String
  let fields: [String: String]
  let length: Int
  let sum: Int
  let path: String
  let query: String
  /// Whether the content was the server's pattern, and nothing came after it.
  let same: Bool
  /// The name of the client's certificate; empty without one.
  let client: String

  /// Sends a request and reads what the server tells of it.
  init(of request: HTTPRequest, through network: some Network) async throws {
    self = try JSONDecoder().decode(Echo.self, from: Data(try await network.send(request).body))
  }
}
