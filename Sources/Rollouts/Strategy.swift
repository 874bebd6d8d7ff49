package import StrictJSON

/// How a release takes the place of another.
package enum Strategy: Hashable, Sendable {
  /// In one step.
  case allAtOnce
  /// With a growing share of the traffic, in percent, judged at each step.
  case canary(weights: [Int], interval: TimeSpan)
  /// Beside the old one, then by one switch.
  case blueGreen

  /// The name as it stands in configuration and in the ledger.
  package var name: String {
    switch self {
    case .allAtOnce: "all_at_once"
    case .canary: "canary"
    case .blueGreen: "blue_green"
    }
  }
}
