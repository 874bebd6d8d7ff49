internal import ArgumentSyntax
internal import Effects
internal import Mustache
internal import Registries
internal import ReleaseConsole
internal import ReleaseLedger
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON
internal import Targets

/// Turns every error into words, a code and an exit status: the only place that does.
enum Diagnosis {
  static func diagnostic(of error: any Error) -> Diagnostic { worded(error).withoutKeys }

  private static func worded(_ error: any Error) -> Diagnostic {
    switch error {
    case let error as Diagnostic: error
    case let error as UsageError:
      Diagnostic(code: "usage", problem: error.problem, hints: error.hints, exit: .usage)
    case let error as ConfigurationError: ConfigurationWording.diagnostic(of: error)
    case let error as NotSupported: notSupported(error.what)
    case let error as UnknownName: unknown(error)
    case let error as GitError: GitWording.diagnostic(of: error)
    case let error as FileError: FileWording.diagnostic(of: error)
    case let error as KeySourceError: KeyWording.diagnostic(of: error)
    case let error as KeyError: KeyWording.diagnostic(of: .unreadable(source: "the key", error))
    case let error as SignerError: SignerWording.answer("the signer", error)
    case let error as TrustSourceError: TrustWording.diagnostic(of: error)
    case let error as TrustProblem: TrustWording.diagnostic(of: error)
    case let error as TrustChain.Problem: TrustWording.diagnostic(of: .invalid(path: "it", error))
    default: releaseDiagnostic(of: error)
    }
  }

  private static func releaseDiagnostic(of error: any Error) -> Diagnostic {
    switch error {
    case let error as PlanRefusal: PlanRefusalWording.diagnostic(of: error)
    case let error as PlanMoved: PlanFileWording.diagnostic(of: error)
    case let error as PinnedPlanError: PlanFileWording.diagnostic(of: error)
    case let error as CorrectionsError: CorrectionsWording.diagnostic(of: error)
    case let error as CutRefusal: CutWording.diagnostic(of: error)
    case let error as CutInterrupted: CutWording.diagnostic(of: error)
    case let error as SealProblem: CutWording.diagnostic(of: error)
    case let error as ImageProblem: ImageWording.diagnostic(of: error)
    case let error as PublishProblem: PublishWording.diagnostic(of: error)
    case let error as UnknownTag: RegistryWording.diagnostic(of: error)
    case let error as RegistryError: RegistryWording.diagnostic(of: error)
    case let error as ContentsError: ContentsWording.diagnostic(of: error)
    case let error as LedgerError: LedgerWording.diagnostic(of: error)
    case let error as LedgerSourceError: LedgerWording.diagnostic(of: error)
    case let error as EventRefused: LedgerWording.diagnostic(of: error)
    case let error as RollbackRefusal: PromotionWording.diagnostic(of: error)
    case let error as PromotionProblem: PromotionWording.diagnostic(of: error)
    case let error as ReleaseLookup: PromotionWording.diagnostic(of: error)
    case let error as RolloutInterrupted: PromotionWording.diagnostic(of: error)
    case let error as TargetError: TargetWording.diagnostic(of: error)
    case let error as DemoFailure: DemoWording.diagnostic(of: error)
    default: formatDiagnostic(of: error)
    }
  }

  private static func formatDiagnostic(of error: any Error) -> Diagnostic {
    switch error {
    case let error as EnvelopeError: malformed(FormatWording.envelope(error))
    case let error as StatementError: malformed(FormatWording.statement(error))
    case let error as JSONError: malformed(FormatWording.json(error))
    case let error as TemplateError: FormatWording.diagnostic(of: error)
    case let error as UnreadableData: FormatWording.diagnostic(of: error)
    case let error as SignProblem: SignerWording.diagnostic(of: error)
    case let error as MinisignError: SignerWording.diagnostic(of: error)
    case let error as SSHFormatError: SignerWording.diagnostic(of: error)
    case is SigstoreBundle.Problem:
      Diagnostic(
        code: "signature_untrusted", problem: "no key that counts has signed the manifest", exit: .refused)
    case let error as ReleaseRefused:
      VerificationWording.diagnostic(of: error.refusals) ?? unexpected(error)
    case let error as ProvenanceProblem: ProvenanceWording.diagnostic(of: error)
    case let error as ProvenanceUsage: ProvenanceWording.diagnostic(of: error)
    case let error as VerificationProblem: VerificationWording.diagnostic(of: error)
    case let error as OutputIsInput:
      Diagnostic(
        code: "usage", problem: "`\(error.path)` would be replaced by what is made of it",
        hints: ["choose another name for `--output`"], exit: .usage)
    case is CancellationError: Diagnostic(code: "interrupted", problem: "interrupted", exit: .interrupted)
    default: unexpected(error)
    }
  }

  static func unexpected(_ error: any Error) -> Diagnostic {
    Diagnostic(
      code: "bug", problem: "something went wrong that should not: \(error)",
      hints: ["please report it with the command and this text"], exit: .bug)
  }

  static func notSupported(_ what: String) -> Diagnostic {
    Diagnostic(
      code: "not_supported", problem: "not supported: \(what)",
      hints: ["leave it out, or see `release --help` for what there is"],
      exit: .usage)
  }

  static func lintRefusal(count: Int) -> Diagnostic {
    Diagnostic(
      code: "lint",
      problem: count == 1 ? "the commit message is not valid" : "\(count) commit messages are not valid",
      hints: ["write `type(scope): description`, such as `fix(api): close the file`"], exit: .refused)
  }

  private static func malformed(_ problem: String) -> Diagnostic {
    Diagnostic(code: "malformed", problem: problem, exit: .refused)
  }

  private static func unknown(_ error: UnknownName) -> Diagnostic {
    let near = nearest(to: error.name, among: error.known)
    let known =
      error.known.isEmpty ? "the configuration has none" : "there are: \(error.known.joined(separator: ", "))"
    return Diagnostic(
      code: "unknown_\(error.kind.rawValue)", problem: "there is no \(error.kind.rawValue) `\(error.name)`",
      because: [known],
      hints: near.map { ["did you mean `\($0)`?"] } ?? ["name it in `release.json`"], exit: .usage)
  }
}
