import ReleaseLedger
import Testing

/// The entry at which a ledger is refused, and why.
struct Flaw: Hashable, Sendable {
  let index: UInt64
  let fault: LedgerViolation.Fault

  init(_ index: UInt64, _ fault: LedgerViolation.Fault) { (self.index, self.fault) = (index, fault) }
}

/// Returns the flaw at which reading or writing stops; anything else that stops it is recorded as an issue.
func flaw<T>(at location: SourceLocation = #_sourceLocation, _ body: () throws -> T) -> Flaw? {
  do {
    _ = try body()
    return nil
  } catch LedgerError.violation(let violation) {
    return Flaw(violation.index, violation.fault)
  } catch {
    Issue.record(error, sourceLocation: location)
    return nil
  }
}
