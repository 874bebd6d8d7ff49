package import Rollouts
package import StrictJSON

/// Something that shows whether a release is healthy.
package struct Check: Hashable, Sendable {
  /// What it is called.
  package let name: String
  /// How it is measured.
  package let probe: Probe
  /// How often, and how much it may miss.
  package let policy: CheckPolicy

  /// How a check is measured.
  package enum Probe: Hashable, Sendable {
    /// A program that ends with 0, within so long.
    case command([String], timeout: TimeSpan)
    /// A page that answers as expected.
    case http(HTTPProbe)
    /// A query whose value stays within limits.
    case prometheus(address: String, query: String, max: Double?, min: Double?)
  }

  /// A page and what it must answer.
  package struct HTTPProbe: Hashable, Sendable {
    /// The address.
    package let address: String
    /// The status that is due.
    package let status: Int
    /// The members that the JSON body must have, by their path with dots.
    package let json: [String: JSONValue]
    /// How long the answer may take.
    package let timeout: TimeSpan
  }

  static func list(_ environment: ConfigurationReader) throws(ConfigurationError) -> [Check] {
    var checks: [Check] = []
    for section in try environment.list("checks") { checks.append(try Check(section)) }
    return checks
  }

  private static let kinds = ["command", "http", "prometheus"]
  private static let commonKeys = [
    "name", "interval", "count", "failure_limit", "consecutive_error_limit", "no_data",
  ]

  private init(_ section: ConfigurationReader) throws(ConfigurationError) {
    probe = try Self.probe(section)
    policy = try Self.policy(section)
    name = try section.optional("name")?.string() ?? Self.name(of: probe)
  }

  /// What belongs to another kind of check would be passed over, so each kind takes its own keys only.
  private static func probe(_ section: ConfigurationReader) throws(ConfigurationError) -> Probe {
    if let command = try section.optional("command") {
      try section.allowOnly(commonKeys + ["command", "timeout"])
      return .command(try command.command(), timeout: try timeout(section))
    }
    if let address = try section.optional("http") {
      try section.allowOnly(commonKeys + ["http", "timeout", "expect"])
      return .http(try http(address.string(), section, timeout(section)))
    }
    guard let address = try section.optional("prometheus") else {
      try section.allowOnly(commonKeys + kinds + ["timeout", "expect", "query", "max", "min"])
      throw section.failure(.part("", known: kinds))
    }
    try section.allowOnly(commonKeys + ["prometheus", "query", "max", "min"])
    return .prometheus(
      address: try address.string(), query: try section.member("query").string(),
      max: try section.optional("max")?.number(), min: try section.optional("min")?.number())
  }

  private static func timeout(_ section: ConfigurationReader) throws(ConfigurationError) -> TimeSpan {
    try section.optional("timeout")?.span() ?? .seconds(10)
  }

  private static func http(
    _ address: String, _ section: ConfigurationReader, _ timeout: TimeSpan
  ) throws(ConfigurationError) -> HTTPProbe {
    guard let expect = try section.optional("expect") else {
      return HTTPProbe(address: address, status: 200, json: [:], timeout: timeout)
    }
    try expect.allowOnly(["status", "json"])
    var json: [String: JSONValue] = [:]
    for (path, value) in try expect.members("json") { json[path] = value.value() }
    return HTTPProbe(
      address: address, status: try expect.optional("status")?.count() ?? 200, json: json, timeout: timeout)
  }

  private static func policy(_ section: ConfigurationReader) throws(ConfigurationError) -> CheckPolicy {
    var policy = CheckPolicy()
    policy.interval = try section.optional("interval")?.span() ?? policy.interval
    policy.count = try section.optional("count")?.count() ?? policy.count
    policy.failureLimit = try section.optional("failure_limit")?.count() ?? policy.failureLimit
    policy.consecutiveErrorLimit =
      try section.optional("consecutive_error_limit")?.count() ?? policy.consecutiveErrorLimit
    policy.noData = try section.optional("no_data")?.choice(CheckPolicy.NoData.self) ?? policy.noData
    guard policy.failureLimit < max(1, policy.count) else {
      throw try section.member("failure_limit").failure(
        .value(
          "\(policy.failureLimit)", expected: "less than `count`, \(policy.count): else nothing could fail it"
        ))
    }
    return policy
  }

  private static func name(of probe: Probe) -> String {
    switch probe {
    case .command(let words, _):
      words[0].utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? words[0]
    case .http(let http): http.address
    case .prometheus(_, let query, _, _): query
    }
  }
}
