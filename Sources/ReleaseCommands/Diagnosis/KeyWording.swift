internal import ReleaseConsole
internal import ReleaseSigning

/// The words for what is wrong with keys; nothing of a key is ever in them.
enum KeyWording {
  static func diagnostic(of error: KeySourceError) -> Diagnostic {
    switch error {
    case .variableMissing(let name):
      usage(
        "key_missing", "the variable `\(name)` is not set, or empty", ["set it to the PEM text of the key"])
    case .passphraseMissing(let name):
      usage(
        "passphrase_missing", "`\(name)` holds no passphrase",
        ["set it, or say `--no-passphrase`"])
    case .looseMode(let path, let mode):
      usage(
        "key_mode", "`\(path)` can be read by others: mode 0\(String(mode, radix: 8))",
        ["close it with `chmod 600 \(path)`"])
    case .exampleKey(let id):
      Diagnostic(
        code: "example_key", problem: "\(id.hex) is an example key, whose private half everybody has",
        hints: ["make your own with `release key new`"], exit: .refused)
    case .unreadable(let source, let error): unreadable(source, error)
    }
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
    case .unexpectedLabel(let label): ("key_malformed", "a `\(label)` is no key", [])
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
      ("passphrase_needed", "the key is encrypted", ["put its passphrase into RELEASE_PASSPHRASE"])
    case .wrongPassphrase: ("wrong_passphrase", "the passphrase does not open the key", [])
    case .emptyPassphrase: ("empty_passphrase", "the passphrase is empty", [])
    case .derivationTooCostly: ("key_encryption", "opening it would take more memory than allowed", [])
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
