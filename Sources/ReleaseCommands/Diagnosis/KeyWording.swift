internal import ReleaseConsole
internal import ReleaseSigning

/// The words for what is wrong with keys; nothing of a key is ever in them.
enum KeyWording {
  static func diagnostic(of error: KeySourceError) -> Diagnostic {
    switch error {
    case .variableMissing(let name):
      usage(
        "key_missing", "the variable\(shown(name)) is not set, or empty",
        ["set it to the PEM text of the key"])
    case .passphraseMissing(let place):
      usage(
        "passphrase_missing", "there is no passphrase in \(place)",
        ["set it; a new key can do without: `--no-passphrase`"])
    case .passphraseTwice:
      usage("usage", "`--passphrase-env` and `--passphrase-fd` exclude each other", ["keep one of them"])
    case .passphrasesDiffer: usage("passphrase_missing", "the two are not the same; no key was made", [])
    case .looseMode(let path, let mode):
      usage(
        "key_mode", "`\(path)` can be read by others: mode 0\(String(mode, radix: 8))",
        ["close it with `chmod 600 \(path)`"])
    case .exampleKey(let id):
      Diagnostic(
        code: "example_key", problem: "\(id.hex) is an example key, whose private half everybody has",
        hints: ["make your own with `release key new`"], exit: .refused)
    case .unreadable(let source, let error): unreadable(source, error)
    default: external(error)
    }
  }

  private static func external(_ error: KeySourceError) -> Diagnostic {
    switch error {
    case .notSigned(let source, let error): SignerWording.answer(source, error)
    case .publicKeyMissing(let source):
      usage(
        "public_key_missing", "nothing says which key \(source) has",
        ["name its public half with `--public-key PUB.pem`"])
    case .programFailed(let source, let status, let words):
      Diagnostic(
        code: "signer", problem: "\(source) \(SignerWording.status(status)) and did not sign",
        because: words.isEmpty ? [] : [words], exit: .environment)
    case .programUnusable(let source, let error):
      usage("signer", "\(source): \(FileWording.problem(error))", [])
    case .programTimedOut(let source, let seconds):
      Diagnostic(
        code: "signer", problem: "\(source) took longer than \(Int(seconds)) seconds", exit: .environment)
    case .agent(let fault): SignerWording.agent(fault)
    default: Diagnosis.unexpected(error)
    }
  }

  /// A variable's name, unless it may be the secret itself.
  static func shown(_ name: String) -> String {
    let isName = name.utf8.allSatisfy {
      (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    return isName && name.utf8.count <= 64 ? " `\(name)`" : ""
  }

  private static func usage(_ code: String, _ problem: String, _ hints: [String]) -> Diagnostic {
    Diagnostic(code: code, problem: problem, hints: hints, exit: .usage)
  }

  private static func unreadable(_ source: String, _ error: KeyError) -> Diagnostic {
    let (code, problem, hints) = words(error)
    return usage(code, "\(source): \(problem)", hints)
  }

  private static func words(_ error: KeyError) -> (String, String, [String]) {
    switch error {
    case .notPEM: ("key_malformed", "no key in PEM form", ["make one with `release key new`"])
    case .unexpectedLabel("OPENSSH PRIVATE KEY"):
      (
        "key_malformed", "a private key in OpenSSH's own form, which OpenSSL does not read",
        ["add it to an ssh-agent with `ssh-add`, and sign with `agent:`"]
      )
    case .unexpectedLabel(let label): ("key_malformed", "a `\(label)` is no Ed25519 key in PKCS#8", [])
    case .severalKeys(let count): ("key_malformed", "\(count) keys in one text", ["keep one"])
    case .privateKeyWherePublicIsMeant:
      (
        "private_key_given", "a private key, where the public half is meant",
        ["use the `.pub.pem`, and keep this one away from here"]
      )
    case .publicKeyWherePrivateIsMeant:
      ("public_key_given", "a public key, where the private half is meant", ["signing takes the `.pem`"])
    case .wrongAlgorithm(let name):
      ("key_algorithm", "a key for \(name); only Ed25519 signs here", ["make one with `release key new`"])
    case .passphraseNeeded:
      (
        "passphrase_needed", "the key is encrypted",
        ["put its passphrase into RELEASE_PASSPHRASE, or see `--passphrase-env` and `--passphrase-fd`"]
      )
    case .wrongPassphrase: ("wrong_passphrase", "the passphrase does not open the key", [])
    case .passphraseTooLong(let count):
      ("passphrase_too_long", "the passphrase has \(count) bytes; openssl reads 1,023", [])
    case .emptyPassphrase: ("empty_passphrase", "the passphrase is empty", [])
    case .derivationTooCostly:
      ("key_encryption", "opening it would take more memory or time than is allowed", [])
    case .unsupportedEncryption:
      (
        "key_encryption", "it is encrypted in a way that is not supported",
        ["write it anew: `openssl pkcs8 -topk8 -scrypt`"]
      )
    case .smallOrder, .nonCanonical:
      ("key_weak", "a public key under which anybody can sign", ["never use it"])
    case .wrongLength(let length): ("key_malformed", "\(length) bytes are no key", [])
    case .damaged: ("key_malformed", "the key is damaged", [])
    case .openSSL(let reasons): ("openssl", "OpenSSL failed: \(reasons.joined(separator: "; "))", [])
    }
  }
}
