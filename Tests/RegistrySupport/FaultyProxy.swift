internal import Foundation

/// A proxy between a client and a registry that breaks what it is told to break, and records what came to it.
package final class FaultyProxy: Sendable {
  /// Host and port, as they stand in an image's name.
  package let address: String
  /// Its other port, where redirects lead by themselves; it hands on as well, and breaks nothing.
  package let elsewhere: String
  private let part: KeptPart
  private let referrersPage: Int?
  private let resumesUploads: Bool

  private static let programs = RealPrograms()

  /// Whether tests that need one are to run; in CI always.
  package static var isAvailable: Bool { programs.areWanted }

  /// Starts one before a registry without TLS, or alone.
  ///
  /// - Parameter referrersPage: with a number it has the referrers API that the registry lacks, with pages of so many
  ///   descriptors; 0 is one page for all.
  /// - Parameter resumesUploads: whether an upload can go on after a cut, which the registry's own cannot.
  package init(
    before registry: LocalRegistry? = nil, referrersPage: Int? = nil, resumesUploads: Bool = false
  ) throws {
    part = try KeptPart("proxy.py", registry?.address ?? "", needing: Self.programs)
    (address, elsewhere) = (try part.fact("address"), try part.fact("elsewhere"))
    (self.referrersPage, self.resumesUploads) = (referrersPage, resumesUploads)
    try set()
  }

  package var url: String { "http://" + address }

  /// Sets the rules that hold from now on, the first that fits a request for it; none are none.
  package func set(_ rules: ProxyRule...) throws {
    struct Settings: Encodable {
      let rules: [ProxyRule]
      let referrersPage: Int?
      let resumesUploads: Bool
    }
    let settings = Settings(rules: rules, referrersPage: referrersPage, resumesUploads: resumesUploads)
    try JSONLines.replace(part.path("rules.json"), with: settings)
  }

  /// All requests so far, in the order of their coming.
  package var requests: [ProxiedRequest] {
    get throws {
      let lines = try JSONLines.read(ProxiedRequest.self, at: part.path("requests.jsonl"))
      return Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 }).values.sorted { $0.id < $1.id }
    }
  }

  /// Returns the requests when something is true of them, or after so many seconds as they are then.
  package func requests(
    within seconds: Double = 5, until fact: ([ProxiedRequest]) -> Bool
  ) throws -> [ProxiedRequest] {
    let limit = Date.now + seconds
    while Date.now < limit {
      let found = try requests
      if fact(found) { return found }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return try requests
  }

  /// Ends it and waits until nothing is left of it.
  package func stop() { part.stop() }
}
