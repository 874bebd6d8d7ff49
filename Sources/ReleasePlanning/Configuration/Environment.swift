internal import ReleaseManifests
package import Rollouts
package import StrictJSON

/// A place where releases run.
package struct Environment: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The environment in which a release must have been healthy before.
  package let after: String?
  /// What runs the release.
  package let target: TargetConfiguration
  /// How the release takes the place of the one before.
  package let strategy: Strategy
  /// What shows that it is healthy.
  package let checks: [Check]
  /// How long it must have been healthy in the environment before.
  package let soak: TimeSpan
  /// How many people must agree.
  package let approvals: Int
  /// The limits that evidence is held against, as written.
  package let gates: JSONObject

  init(_ section: ConfigurationReader) throws(ConfigurationError) {
    try section.allowOnly(["name", "after", "target", "strategy", "checks", "soak", "approvals", "gates"])
    name = try section.member("name").environmentName()
    after = try section.optional("after")?.string()
    target = try TargetConfiguration(section.member("target"))
    strategy = try section.optional("strategy").map(Self.strategy) ?? .allAtOnce
    checks = try Check.list(section)
    soak = try section.optional("soak")?.span() ?? .zero
    approvals = try section.optional("approvals")?.count() ?? 0
    gates = try section.optional("gates").map(Self.gates) ?? [:]
  }

  private static func gates(_ section: ConfigurationReader) throws(ConfigurationError) -> JSONObject {
    try section.allowOnly(["vulnerabilities", "coverage"])
    guard case .object(let gates) = section.value() else { return [:] }
    return gates
  }

  private static func strategy(_ section: ConfigurationReader) throws(ConfigurationError) -> Strategy {
    if case .string(let text) = section.value() {
      switch text {
      case "all_at_once": return .allAtOnce
      case "blue_green": return .blueGreen
      default:
        throw section.failure(.value(text, expected: "`all_at_once`, `blue_green` or { canary: [10, 50] }"))
      }
    }
    try section.allowOnly(["canary", "interval"])
    var weights: [Int] = []
    for weight in try section.list("canary") { weights.append(try weight.count()) }
    guard !weights.isEmpty, weights == Set(weights).sorted(), weights.allSatisfy({ (1...100).contains($0) })
    else {
      throw section.failure(.value("\(weights)", expected: "growing shares in percent, such as [10, 25, 50]"))
    }
    return .canary(weights: weights, interval: try section.optional("interval")?.span() ?? .minutes(1))
  }
}

extension ConfigurationReader {
  /// The name of an environment.
  func environmentName() throws(ConfigurationError) -> String {
    let text = try string()
    guard Identifier.isEnvironment(text) else {
      throw failure(.value(text, expected: "a letter or digit, then letters, digits and `._-`"))
    }
    return text
  }
}
