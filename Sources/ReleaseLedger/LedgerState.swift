package import ReleaseManifests
package import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What a ledger amounts to: the fold of its entries.
package struct LedgerState: Hashable, Sendable {
  /// The releases, in the order in which they were recorded.
  package internal(set) var releases: [RecordedRelease] = []
  /// Why releases were withdrawn, by manifest digest.
  package internal(set) var yanked: [Digest: String] = [:]
  /// The environments by name.
  package internal(set) var environments: [String: EnvironmentState] = [:]
  /// Where each chain ends; the empty name is the project's own.
  var chains: [String: LedgerEvent.Place] = [:]

  /// A release and where it was recorded.
  package struct RecordedRelease: Hashable, Sendable {
    /// The release.
    package let release: ReleaseReference
    /// Its tag, when it is stated.
    package let tag: String?
    /// The place of the entry in the log.
    package let index: UInt64
    /// The version of the trust root that was in force there: the one that judges the manifest for ever.
    package let rootVersion: Int64
  }

  /// Returns the environment of a name, empty when nothing was ever recorded of it.
  package func environment(_ name: String) -> EnvironmentState { environments[name] ?? EnvironmentState() }

  /// Returns the recorded releases of a version; several components may have the same.
  package func releases(version: String, component: String? = nil) -> [RecordedRelease] {
    releases.filter {
      $0.release.version.description == version && (component == nil || $0.release.component == component)
    }
  }

  /// Returns where a release was recorded.
  package func record(of digest: Digest) -> RecordedRelease? {
    releases.first { $0.release.manifestDigest == digest }
  }

  /// Returns where the next event of an environment (nil: of the project) will stand.
  package func nextPlace(in environment: String?) -> LedgerEvent.Place {
    chains[environment ?? ""] ?? LedgerEvent.Place(sequence: 1, previous: nil)
  }
}
