/// A map whose members are made when a template names them: of a large model a template wants little.
package protocol MustacheRecord: AnyObject, Sendable {
  /// The names of all members, in the order in which they are told.
  static var memberNames: [String] { get }

  /// Returns the member of a name; nil when there is none of that name.
  func member(_ name: String) -> MustacheValue?
}

/// A list whose elements are made when a template comes to them, each time that it does.
package final class MustacheSequence: Sendable {
  /// The number of elements.
  package let count: Int
  /// Makes the element of a place below `count`.
  package let element: @Sendable (Int) -> MustacheValue

  /// Creates a list.
  package init(count: Int, element: @escaping @Sendable (Int) -> MustacheValue) {
    self.count = count
    self.element = element
  }
}

extension MustacheValue {
  /// Creates a list of records.
  package init(_ records: [some MustacheRecord]) {
    self = .sequence(MustacheSequence(count: records.count) { .record(records[$0]) })
  }

  /// The value with everything in it made: nothing but the JSON values.
  package var resolved: MustacheValue {
    switch self {
    case .null, .bool, .number, .string: self
    case .list(let items): .list(items.map(\.resolved))
    case .sequence(let items): .list((0..<items.count).map { items.element($0).resolved })
    case .map(let members): .map(members.mapValues(\.resolved))
    case .record(let record): .map(record.members)
    }
  }
}

extension MustacheRecord {
  fileprivate var members: [String: MustacheValue] {
    var members: [String: MustacheValue] = [:]
    for name in Self.memberNames { members[name] = member(name)?.resolved ?? .null }
    return members
  }
}

extension MustacheValue: Equatable {
  /// Returns whether two values are equal as JSON values.
  package static func == (left: MustacheValue, right: MustacheValue) -> Bool {
    switch (left.resolved, right.resolved) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)): left == right
    default: false
    }
  }
}
