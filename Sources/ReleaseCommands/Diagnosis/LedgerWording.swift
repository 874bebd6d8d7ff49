internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions

/// The words for what is wrong with ledgers.
enum LedgerWording {
  static func diagnostic(of error: LedgerError) -> Diagnostic {
    switch error {
    case .keyNotAllowed(let role, let ids):
      Diagnostic(
        code: "key_not_allowed", problem: problem(error), because: ids.map { "signed with \($0.hex)" },
        hints: ["use a key of the role `\(role)`: see `release trust show`"], exit: .refused)
    case .entryTooLarge: Diagnostic(code: "entry_too_large", problem: problem(error), exit: .usage)
    default:
      Diagnostic(
        code: "ledger_inconsistent", problem: "the ledger does not hold: \(problem(error))",
        hints: ["do not write to it; compare it with another copy"], exit: .refused)
    }
  }

  static func diagnostic(of error: LedgerSourceError) -> Diagnostic {
    switch error {
    case .notSupported(let location): Diagnosis.notSupported("a ledger at \(location)")
    case .missing(let location): missing(location)
    case .manifestMissing(let release, let location):
      Diagnostic(
        code: "manifest_missing", problem: "\(location) does not hold the manifest of \(release.version)",
        because: ["its digest is sha256:\(release.manifestDigest.hex)"],
        hints: ["name the signed manifest's file instead"],
        exit: .environment)
    case .manifestInvalid(let release, let refusals):
      Diagnostic(
        code: refusals.first?.code.rawValue ?? "malformed",
        problem: "the manifest of \(release.version) cannot be used",
        because: refusals.map(VerificationWording.sentence), exit: .refused)
    }
  }

  static func diagnostic(of refused: EventRefused) -> Diagnostic {
    Diagnostic(
      code: "event_refused", problem: "the event cannot be recorded: \(fault(refused.fault))",
      hints: ["see what happened meanwhile: `release ledger show`"], exit: .refused)
  }

  private static func missing(_ location: String) -> Diagnostic {
    Diagnostic(
      code: "ledger_missing", problem: "there is no ledger at \(location)",
      hints: ["begin one with `release ledger init --key …`; `release cut` does it, too"], exit: .usage)
  }

  static func problem(_ error: LedgerError) -> String {
    switch error {
    case .violation(let violation): "entry \(violation.index): \(fault(violation.fault))"
    case .checkpoint(let error): LogWording.problem(error)
    case .note(let error): LogWording.problem(error)
    case .checkpointMissing(let found): "its checkpoint is not there, and \(found) is"
    case .checkpointUntrusted: "no ledger key has signed its checkpoint"
    case .origin(let expected, let found): "it is `\(found)`, expected `\(expected)`"
    case .tree(let error): LogWording.problem(error)
    case .missing(let path): "\(path) is not there"
    case .keyNotAllowed(let role, _): "the key does not hold the role `\(role)`, or too few do"
    case .entryTooLarge(let bytes): "an entry of \(bytes) bytes is too large"
    }
  }

  private static func fault(_ fault: LedgerViolation.Fault) -> String {
    switch fault {
    case .envelope(let error): FormatWording.envelope(error)
    case .event(let error): FormatWording.statement(error)
    case .noTrustRoot: "no trust root is in force before it"
    case .trustRoot(let version): "root \(version) is not the one that it names"
    case .trustChain(let problem): FormatWording.chain(problem)
    case .role(let role): "it is not signed by enough keys of the role `\(role)`"
    case .project(let expected, let found): "it is for \(found), not for \(expected)"
    case .sequence(let expected, let found): "its number is \(found), \(expected) is due"
    case .previous: "it does not follow the event before it"
    case .operationOpen(let id): "\(id) is still open there"
    case .operationUnknown(let id): "\(id) is not open there"
    case .neverHealthy(let release): "\(release.version) was never healthy there"
    }
  }
}
