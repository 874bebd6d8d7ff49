import ReleaseManifests
import ReleaseSigning
import SemanticVersions
import StrictJSON

@testable import ReleaseLedger

extension ReleaseReference {
  /// The release of a version.
  static func of(_ version: Version) -> ReleaseReference {
    ReleaseReference(
      component: nil, version: version, manifestDigest: Digest.sha256(Array(version.description.utf8)))
  }
}

extension Timestamp {
  static let now = Timestamp(secondsSinceEpoch: 1_800_000_000)

  static func ago(_ span: TimeSpan) -> Timestamp {
    Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - span.seconds)
  }
}

extension Lane {
  /// A lane in which releases were proven healthy one after the other, an hour apart, the last one an hour ago.
  init(_ versions: Version...) {
    self.init()
    for (index, version) in versions.enumerated() {
      prove(version, since: .ago(.hours(Int32(versions.count - index))))
    }
  }

  mutating func prove(_ version: Version, since: Timestamp) {
    let placement = Placement(release: .of(version), since: since, actor: "ada")
    proven.append(placement)
    everHealthy[.of(version)] = placement
  }

  mutating func begin(_ id: String, _ version: Version) {
    operation = Operation(id: id, isRollback: false, release: .of(version), startedAt: .now, actor: "ada")
  }
}

extension LedgerState {
  mutating func yank(_ version: Version, _ reason: String) { yanked[.sha(version)] = reason }

  mutating func change(_ environment: String, _ work: (inout Lane) -> Void) {
    work(&environments[environment, default: .init()].lanes["", default: Lane()])
  }

  mutating func freeze(_ environment: String, until: Timestamp) {
    environments[environment, default: .init()].freeze = .init(until: until, reason: "holidays")
  }

  mutating func approve(_ environment: String, _ version: Version, by keys: [PublicKey]) {
    environments[environment, default: .init()].approvals[.sha(version), default: []].append(
      .init(keys: keys, at: .now))
  }
}

extension LedgerState {
  /// Everybody who has approved anything.
  var approvers: Set<PublicKey> {
    Set(environments.values.flatMap(\.approvals.values).flatMap { $0.flatMap(\.keys) })
  }
}

extension Digest {
  static func sha(_ version: Version) -> Digest { ReleaseReference.of(version).manifestDigest }
}

/// Makes the public halves of so many keys.
func keys(_ count: Int) throws -> [PublicKey] {
  try (0..<count).map { _ in try PrivateKey.generate().publicKey }
}

extension Lane {
  /// A lane whose last promotion could not be undone.
  static func inTrouble(_ versions: Version...) -> Lane {
    var lane = Lane()
    for version in versions { lane.prove(version, since: .now) }
    lane.trouble = "no way back"
    return lane
  }
}
