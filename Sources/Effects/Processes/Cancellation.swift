internal import Synchronization

/// The wish that a program ends, which any thread may utter while another waits for the program.
package final class Cancellation: Sendable, Hashable {
  private let flag = Atomic(false)

  /// No wish yet.
  package init() {}

  /// Whether the program shall end.
  package var isRequested: Bool { flag.load(ordering: .acquiring) }

  /// Lets the program end, as when its time is up; a second call does nothing.
  package func request() { flag.store(true, ordering: .releasing) }

  /// Two wishes are equal when they are one.
  package static func == (one: Cancellation, other: Cancellation) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
