internal import Foundation
internal import Synchronization

/// Debian's `docker-registry` on a free port of this machine, with a storage of its own; it ends with the tests' process.
package final class LocalRegistry: Sendable {
  /// How it lets clients in.
  package enum Kind: Hashable, Sendable {
    case open
    case basic(user: String, password: String)
    case tls
    case basicOverTLS(user: String, password: String)
    case bearer(user: String, password: String)
  }

  package let kind: Kind
  /// Host and port, as they stand in an image's name.
  package let address: String
  /// The folder of all that it keeps.
  package let storage: String
  /// The certificate of the authority that vouches for it, where it speaks TLS.
  package let authority: String?
  /// A folder with that certificate as `ca.crt`.
  package let certificates: String?
  /// The server that gives out its tokens, where it wants them.
  package let tokens: TokenServer?
  private let part: KeptPart

  private static let programs = RealPrograms("docker-registry", "htpasswd", "openssl")

  /// Whether tests that need one are to run; in CI always.
  package static var isAvailable: Bool { programs.areWanted }

  /// Starts one.
  package init(_ kind: Kind = .open) throws {
    let wish = String(decoding: try JSONEncoder().encode(Wish(kind)), as: UTF8.self)
    part = try KeptPart("registry.py", wish, needing: Self.programs)
    self.kind = kind
    address = try part.fact("address")
    storage = try part.fact("storage")
    (authority, certificates) = (part.facts["authority"], part.facts["certificates"])
    tokens = part.facts["tokens"].map { [part] in TokenServer(address: $0, part: part) }
  }

  private static let all = Mutex<[Kind: LocalRegistry]>([:])

  /// The one of its kind for all tests that only add to it, under names of their own.
  package static func shared(_ kind: Kind = .open) throws -> LocalRegistry {
    try all.withLock { all in
      if let known = all[kind] { return known }
      let new = try LocalRegistry(kind)
      all[kind] = new
      return new
    }
  }

  /// Who may do everything, where not everybody may.
  package var account: (user: String, password: String)? { kind.account }

  /// Where its API begins.
  package var url: String { (authority == nil ? "http://" : "https://") + address }

  /// The file in which it keeps a blob, to be spoilt.
  package func file(of digest: String) -> String {
    let hex = digest.dropFirst("sha256:".count)
    return "\(storage)/docker/registry/v2/blobs/sha256/\(hex.prefix(2))/\(hex)/data"
  }

  /// What it has said so far.
  package var log: String {
    get throws { String(decoding: try Data(contentsOf: URL(filePath: part.path("log"))), as: UTF8.self) }
  }

  /// Ends it and waits until nothing is left of it.
  package func stop() { part.stop() }
}

extension LocalRegistry.Kind {
  fileprivate var account: (user: String, password: String)? {
    switch self {
    case .open, .tls: nil
    case .basic(let user, let password), .basicOverTLS(let user, let password),
      .bearer(let user, let password):
      (user, password)
    }
  }

  fileprivate var hasTLS: Bool {
    switch self {
    case .tls, .basicOverTLS: true
    default: false
    }
  }

  fileprivate var hasTokens: Bool { if case .bearer = self { true } else { false } }
}

/// What `registry.py` is told.
private struct Wish: Encodable {
  let user: String?
  let password: String?
  let tls: Bool
  let token: Bool

  init(_ kind: LocalRegistry.Kind) {
    (user, password) = (kind.account?.user, kind.account?.password)
    (tls, token) = (kind.hasTLS, kind.hasTokens)
  }
}
