/// What a key may be trusted with.
package struct Role: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as it stands in a trust root: `release`, `promote:production`.
  package let name: String

  /// Accepts `root`, `release`, `gate`, `ledger`, `approve:ENV`, `promote:ENV`, and `*` for every environment.
  package init?(_ name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    switch (parts[0], parts.count) {
    case ("root", 1), ("release", 1), ("gate", 1), ("ledger", 1): break
    case ("approve", 2), ("promote", 2):
      guard parts[1] == "*" || Identifier.isEnvironment(parts[1]) else { return nil }
    default: return nil
    }
    self.name = name
  }

  private init(known name: String) { self.name = name }

  /// May change the trust root.
  package static let root = Role(known: "root")
  /// May sign manifests, and record and withdraw releases.
  package static let release = Role(known: "release")
  /// May sign verdicts and waivers.
  package static let gate = Role(known: "gate")
  /// May sign the ledger's checkpoint.
  package static let ledger = Role(known: "ledger")

  /// May approve promotions to an environment.
  package static func approve(_ environment: String) -> Role { Role(known: "approve:\(environment)") }
  /// May promote to an environment, roll it back, and freeze it.
  package static func promote(_ environment: String) -> Role { Role(known: "promote:\(environment)") }

  /// The roles of a root whose keys are given without one.
  package static let everyRole = [root, release, gate, ledger, approve("*"), promote("*")]

  /// The role that stands in when this one is not in the root: `promote:*` for `promote:production`.
  package var fallback: Role? {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), !name.hasSuffix(":*") else { return nil }
    return Role(known: String(name[..<colon]) + ":*")
  }

  package var description: String { name }

  package static func < (left: Role, right: Role) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
