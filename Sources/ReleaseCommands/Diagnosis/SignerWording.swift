internal import Effects
internal import ReleaseConsole
internal import ReleaseSigning

/// The words for what is wrong with keys that are kept elsewhere: by an ssh-agent, or by a program that signs.
enum SignerWording {
  static func answer(_ source: String, _ error: SignerError) -> Diagnostic {
    switch error {
    case .length(let count):
      refused(
        "\(source) answered \(count) bytes; a signature has 64",
        ["it gets the bytes on stdin and writes the raw Ed25519 signature to stdout, nothing else"])
    case .otherKey(let expected):
      refused(
        "the answer of \(source) is no signature by \(keys(expected))",
        ["name the public half of its key with `--public-key`"])
    }
  }

  private static func keys(_ ids: [KeyID]) -> String {
    let names = ids.prefix(3).map { String($0.hex.prefix(12)) }.joined(separator: ", ")
    return ids.count == 1 ? "the key \(names)" : "any of the \(ids.count) keys expected: \(names)…"
  }

  static func status(_ status: SubprocessResult.Status) -> String {
    switch status {
    case .exited(let code): "ended with \(code)"
    case .signalled(let number): "was ended by signal \(number)"
    }
  }

  static func diagnostic(of error: SignProblem) -> Diagnostic {
    switch error {
    case .nothingToSign: usage("nothing to sign", ["name a manifest, or files with `--artifact`"])
    case .formatWithoutArtifact:
      usage(
        "`--format`, `--namespace` and `--comment` are for `--artifact`",
        ["a manifest is signed as a DSSE envelope"])
    case .formatMissing: usage("`--artifact` needs a form", ["`--format minisign` or `--format ssh`"])
    case .severalKeys: usage("a detached signature is by one key", ["run it once for each, with `--output`"])
    case .foreignOption(let option, let form):
      usage("`\(option)` is for `--format \(form)`", ["leave it out"])
    case .outputOfSeveral: usage("one file cannot take several signatures", ["leave `--output` out"])
    }
  }

  static func diagnostic(of error: MinisignError) -> Diagnostic {
    switch error {
    case .unprintableTrustedComment: usage("the comment holds what cannot be shown on one line", [])
    case .trustedCommentTooLong(let count): usage("the comment has \(count) bytes; minisign reads 8,000", [])
    default: Diagnosis.unexpected(error)
    }
  }

  static func diagnostic(of error: SSHFormatError) -> Diagnostic {
    switch error {
    case .noNamespace: usage("the namespace is empty", ["`file` is what ssh-keygen's manual suggests"])
    case .unprintableNamespace: usage("the namespace holds what cannot be shown on one line", [])
    case .namespaceTooLong(let count):
      usage("the namespace has \(count) bytes, more than ssh-keygen reads", [])
    case .ambiguousNamespace(let text): usage("`\(text)` would be read as a pattern by ssh-keygen", [])
    case .unusablePrincipal(let text):
      usage("`\(text)` cannot be a principal", ["one word, such as a mail address"])
    case .unprintableComment: usage("the comment holds what cannot be shown on one line", [])
    default: Diagnosis.unexpected(error)
    }
  }

  private static func usage(_ problem: String, _ hints: [String]) -> Diagnostic {
    Diagnostic(code: "usage", problem: problem, hints: hints, exit: .usage)
  }

  static func agent(_ fault: AgentFault) -> Diagnostic {
    switch fault {
    case .noSocket:
      failed(
        "no ssh-agent: SSH_AUTH_SOCK is not set",
        ["start one: `eval $(ssh-agent)`, and add the key: `ssh-add`"])
    case .socket(let error): failed("the ssh-agent does not answer: \(socket(error))", [])
    case .protocolViolated: failed("what answers at SSH_AUTH_SOCK is no ssh-agent", [])
    case .noSuchKey(let wanted, let offered):
      refused(
        wanted.isEmpty ? "the ssh-agent has no Ed25519 key" : "the ssh-agent has no Ed25519 key `\(wanted)`",
        offered.map { "it has \($0)" } + ["see `ssh-add -l`; a locked agent shows none"])
    case .ambiguous(let wanted, let offered):
      refused(
        wanted.isEmpty
          ? "the ssh-agent has \(offered.count) Ed25519 keys; say which" : "`\(wanted)` can be several keys",
        offered.map { "`agent:\($0)`" })
    case .tooLong(let bytes):
      refused(
        "\(bytes) bytes are more than an ssh-agent signs at once (256 KiB)",
        ["sign with a key file or a `command:` instead"])
    case .refused:
      refused("the ssh-agent refused to sign", ["it may be locked, or somebody said no; see `ssh-add -l`"])
    }
  }

  private static func socket(_ error: SocketError) -> String {
    switch error {
    case .unreachable(let path, let message): "\(path): \(message)"
    case .closed(let path): "\(path) closed the connection"
    case .timedOut(let path, let seconds): "nothing from \(path) for \(Int(seconds)) seconds"
    }
  }

  private static func failed(_ problem: String, _ hints: [String]) -> Diagnostic {
    Diagnostic(code: "signer", problem: problem, hints: hints, exit: .environment)
  }

  private static func refused(_ problem: String, _ hints: [String]) -> Diagnostic {
    Diagnostic(code: "signer", problem: problem, hints: hints, exit: .refused)
  }
}
