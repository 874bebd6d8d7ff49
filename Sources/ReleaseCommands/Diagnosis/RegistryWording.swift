internal import ArgumentSyntax
internal import Effects
internal import OCIImages
internal import Registries
internal import ReleaseConsole
internal import ReleaseSigning
internal import StrictJSON

/// The words for what went wrong with registries, and for what is done in them.
enum RegistryWording {
  static func diagnostic(of error: RegistryError) -> Diagnostic {
    let (code, problem, hint, exit) = parts(error)
    return Diagnostic(code: code, problem: problem, hints: hint.map { [$0] } ?? [], exit: exit)
  }

  private typealias Parts = (code: String, problem: String, hint: String?, exit: ExitCode)

  private static func parts(_ error: RegistryError) -> Parts {
    switch error {
    case .network(let error):
      ("network", NetworkWording.problem(error), NetworkWording.hint(error), .environment)
    case .notFound(let url):
      (
        "not_found", "`\(plain(url))` is not there", "check name, tag and digest, and that you may read it",
        .environment
      )
    case .unauthorized(let url, let hadCredentials, let said):
      (
        "unauthorized",
        "`\(plain(url))` \(hadCredentials ? "does not accept the credentials" : "wants to know who asks")\(tail(said))",
        hadCredentials
          ? "log in again: `docker login`" : "log in with `docker login`, or set REGISTRY_AUTH_FILE",
        .environment
      )
    case .denied(let url, let said):
      (
        "denied", "`\(plain(url))` is not for these credentials\(tail(said))", "ask for the right to it",
        .environment
      )
    case .status(let url, let status, let said):
      (
        "registry", "`\(plain(url))` answered with status \(status)\(tail(said))", "try again later",
        .environment
      )
    case .busy(let url, let seconds):
      (
        "registry_busy",
        "`\(plain(url))` is busy and wants us to wait for \(TimeSpan(seconds: seconds))",
        "try again then", .environment
      )
    case .credentials(let error):
      ("credentials", credentials(error), "`docker login` writes it anew", .environment)
    case .name(let text, let problem):
      ("usage", "`\(withoutUser(text))` names no image: \(name(problem))", nil, .usage)
    case .file(let error):
      (FileWording.diagnostic(of: error).code, FileWording.problem(error), nil, .environment)
    default: content(error)
    }
  }

  /// What came and is not what it should be.
  private static func content(_ error: RegistryError) -> Parts {
    switch error {
    case .digestMismatch(let url, let expected, let found):
      (
        "image_mismatch",
        "`\(plain(url))` has the digest sha256:\(found.hex), expected sha256:\(expected.hex)",
        "do not use it: it was changed on the way or where it is kept", .refused
      )
    case .sizeMismatch(let url, let expected, let found):
      (
        "image_mismatch", "`\(plain(url))` has \(found) bytes, expected \(expected)",
        "do not use it: it was changed on the way or where it is kept", .refused
      )
    case .document(let url, let error):
      ("malformed", "`\(plain(url))` is no image that can be trusted: \(document(error))", nil, .refused)
    case .layout(let path, let problem): ("image", "`\(path)` \(layout(problem))", nil, .usage)
    case .archive(let path, let problem): ("image", "`\(path)` \(archive(problem))", nil, .usage)
    case .unsafeAddress(let url, let base):
      (
        "registry_unsafe", "`\(base)` sends us to `\(plain(url))`, which is less safe",
        "ask whoever runs the registry; `--plain-http` allows a host without TLS", .refused
      )
    case .challenge(let url, let header):
      ("registry", "`\(plain(url))` asks for `\(header)`, which is not supported", nil, .environment)
    case .malformed(let url, let what):
      ("registry", "`\(plain(url))` answers with no proper \(what)", nil, .environment)
    case .endless(let url): ("registry", "`\(plain(url))` is a list without an end", nil, .environment)
    case .uploadStuck(let url, let offset, let size):
      (
        "registry", "`\(plain(url))` took \(offset) of \(size) bytes and no more", "try again later",
        .environment
      )
    case .contended(let url):
      ("registry", "`\(plain(url))` is written by others all the time", "try again later", .environment)
    default: ("registry", "\(error)", nil, .environment)
    }
  }

  /// What is wrong with something that came and is not what its digest says; nil for any other error.
  static func forgery(_ error: any Error) -> String? {
    guard let error = error as? RegistryError else { return nil }
    switch error {
    case .digestMismatch, .sizeMismatch, .document: return diagnostic(of: error).problem
    default: return nil
    }
  }

  /// What is not there; nil for any other error.
  static func absence(_ error: any Error) -> String? {
    guard let error = error as? RegistryError, case .notFound = error else { return nil }
    return diagnostic(of: error).problem
  }

  /// An address without its query, which may hold a signature that lets its bearer in, and without a name and password.
  static func plain(_ url: String) -> String {
    let place = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let text = String(decoding: Array(place), as: UTF8.self)
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, let at = parts[2].lastIndex(of: "@") else { return text }
    let server = parts[2][parts[2].index(after: at)...]
    return ([parts[0], parts[1], server] + parts.dropFirst(3)).joined(separator: "/")
  }

  /// A name without what stands before an `@` that no digest follows: it may be a password.
  private static func withoutUser(_ text: String) -> String {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count > 1, !parts[parts.count - 1].hasPrefix("sha256:") || parts.count > 2 else {
      return text
    }
    return "…@" + parts.dropFirst().joined(separator: "@")
  }

  private static func tail(_ said: String?) -> String { said.map { ": \($0)" } ?? "" }

  static func diagnostic(of error: UnknownTag) -> Diagnostic {
    let near = nearest(to: error.name.tag ?? "", among: error.known).map { ["did you mean `\($0)`?"] }
    let last = error.known.suffix(10).joined(separator: ", ")
    return Diagnostic(
      code: "not_found", problem: "`\(error.name.text)` is not there",
      because: ["there are: \(error.known.count > 10 ? "…, " : "")\(last)"],
      hints: near ?? ["check the tag, or whether the release was published"], exit: .environment)
  }
}
