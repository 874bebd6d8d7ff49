/// When a proxy is to do what.
package struct ProxyRule: Hashable, Sendable, Encodable {
  /// What stands in the record of a request that it was used for.
  package let id = "rule-\(UInt64.random(in: 0 ... .max))"
  private let method: String?
  private let path: String
  private let skipping: Int
  private let times: Int?
  private let fault: ProxyFault

  /// A rule for requests of a method whose target a regular expression finds: so many times, after so many were left
  /// alone, or always.
  package init(
    _ fault: ProxyFault, method: String? = nil, path: String = "^/v2/", skipping: Int = 0, times: Int? = nil
  ) {
    (self.fault, self.method, self.path, self.skipping, self.times) = (fault, method, path, skipping, times)
  }

  private enum CodingKeys: String, CodingKey {
    case id, method, path, skipping, times, fault
  }
}
