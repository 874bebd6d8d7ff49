package import ReleaseManifests
package import ReleaseSigning
package import StrictJSON

/// Something that happened to a release or an environment: the predicate of a ledger entry.
package struct LedgerEvent: Hashable, Sendable {
  /// What happened.
  package let kind: EventKind
  /// The project.
  package let project: String
  /// The environment, for what belongs to one.
  package let environment: String?
  /// The release, for what is about one.
  package let release: ReleaseReference?
  /// The id that ties the events of one promotion or rollback together.
  package let operation: String?
  /// The place in the environment's own chain (or the project's), from 1 by one.
  package let sequence: Int64
  /// The leaf hash of the event before in that chain; nil for the first.
  package let previous: Digest?
  /// When it happened, by the writer's clock.
  package let at: Timestamp
  /// Who wrote it, by the writer's own word; the signature says whose key it was.
  package let actor: String
  /// What else there is to say, by kind.
  package let detail: JSONObject

  /// Where the event stands in its chain.
  package struct Place: Hashable, Sendable {
    /// The event's own number.
    package let sequence: Int64
    /// The leaf hash of the event before.
    package let previous: Digest?
  }

  /// What a writer wants to say, before it has its place.
  package struct Draft: Hashable, Sendable {
    /// What happened.
    package var kind: EventKind
    /// The environment, for what belongs to one.
    package var environment: String?
    /// The release, for what is about one.
    package var release: ReleaseReference?
    /// The id that ties the events of one promotion or rollback together.
    package var operation: String?
    /// When it happened.
    package var at: Timestamp
    /// Who writes it.
    package var actor: String
    /// What else there is to say.
    package var detail: JSONObject

    /// Makes a draft.
    package init(
      _ kind: EventKind, environment: String? = nil, release: ReleaseReference? = nil,
      operation: String? = nil,
      at: Timestamp, actor: String, detail: JSONObject = [:]
    ) {
      self.kind = kind
      self.environment = environment
      self.release = release
      self.operation = operation
      self.at = at
      self.actor = actor
      self.detail = detail
    }
  }

  /// Gives a draft its place.
  init(_ draft: Draft, project: String, place: Place) {
    kind = draft.kind
    self.project = project
    environment = draft.environment
    release = draft.release
    operation = draft.operation
    sequence = place.sequence
    previous = place.previous
    at = draft.at
    actor = draft.actor
    detail = draft.detail
  }
}
