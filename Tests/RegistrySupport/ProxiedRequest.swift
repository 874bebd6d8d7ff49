/// A request that came to a proxy, and how it was answered.
package struct ProxiedRequest: Hashable, Sendable, Decodable {
  /// Which of the proxy's two ports it came to.
  package enum Place: String, Sendable, Decodable {
    case proxy
    case elsewhere
  }

  package let id: Int
  package let place: Place
  package let method: String
  /// The path and the query.
  package let target: String
  /// The names and values of its fields, in their order.
  package let fields: [[String]]
  /// How many bytes its body had, as far as they came.
  package let length: Int
  /// The status of the answer, or 0 without one.
  package let status: Int
  /// How many bytes of the answer's body were sent.
  package let sent: Int
  /// The id of the rule that was used.
  package let rule: String?

  /// The target without the query.
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// The values of a field, its name in any case.
  package func values(of name: String) -> [String] {
    fields.filter { $0.first?.lowercased() == name.lowercased() }.compactMap(\.last)
  }
}
