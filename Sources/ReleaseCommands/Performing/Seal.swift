internal import ReleaseManifests
internal import ReleasePlanning

/// What a release was sealed with.
struct Seal: Sendable {
  /// The signed manifest.
  let envelope: Envelope
  /// The manifest.
  let manifest: Manifest
  /// Where it was written.
  let path: String
  /// The same, seen from the project's root.
  let place: String
  /// The place of the release in the ledger; nil when it was not recorded.
  let ledgerIndex: UInt64?
  /// What was done, in order; empty when everything was there already.
  let actions: [Action]
}
