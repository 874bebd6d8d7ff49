import Effects
import Foundation

/// A real HTTP server on a free port of this machine, and the same over TLS under an authority that nobody knows.
final class Server: Sendable {
  /// Where it answers without TLS.
  let plain: String
  /// Where it answers over TLS.
  let secure: String
  /// The same again on other ports.
  let others: (plain: String, secure: String)
  /// The folder with `authority`, the certificate of the authority that vouches for it; with `client` and `client-key`,
  /// whom it knows; and with `stranger`, an authority that vouches for nobody.
  let folder: String

  /// The one server of all tests; it ends when their process has.
  static let shared = Result { try Server() }

  private init() throws {
    let programs = LiveSubprocesses(inheriting: ProcessInfo.processInfo.environment)
    let command = ["python3", "-c", Self.script, "\(ProcessInfo.processInfo.processIdentifier)"]
    let result = try programs.run(Subprocess(argv: command, timeout: 60))
    let facts = String(decoding: result.output, as: UTF8.self).split(separator: " ", maxSplits: 4)
    guard result.status == .exited(0), facts.count == 5 else { throw NoServer(result: result) }
    (plain, secure) = ("http://127.0.0.1:\(facts[0])", "https://127.0.0.1:\(facts[1])")
    others = ("http://127.0.0.1:\(facts[2])", "https://127.0.0.1:\(facts[3])")
    folder = String(facts[4])
  }

  /// The certificate of the authority that vouches for it.
  var authority: String { "\(folder)/authority" }

  struct NoServer: Error {
    let result: SubprocessResult
  }
}
