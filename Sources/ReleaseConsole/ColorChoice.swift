/// What `--color` says.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Returns whether to colour: the flag decides, or else `NO_COLOR` (no-color.org: set and not empty), or
  /// else `CLICOLOR_FORCE` (bixense.com/clicolors: set and not `0`), or else whether a capable terminal is
  /// there.
  package func isColored(environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"].map({ !$0.isEmpty }) == true { return false }
      if environment["CLICOLOR_FORCE"].map({ !$0.isEmpty && $0 != "0" }) == true { return true }
      return isTerminal && environment["TERM"] != "dumb"
    }
  }
}
