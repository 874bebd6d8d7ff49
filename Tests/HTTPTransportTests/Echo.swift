import Effects
import Foundation

/// What the server's `/echo` tells of a request.
struct Echo: Decodable {
  let method: String
  let fields: [String: String]
  let length: Int
  let sum: Int
  let query: String

  /// Sends a request and reads what the server tells of it.
  init(of request: HTTPRequest, through network: some Network) async throws {
    self = try JSONDecoder().decode(Echo.self, from: Data(try await network.send(request).body))
  }
}
