/// The members of a JSON object in the order they were written, each key once.
///
/// Keys are told apart by their UTF-8 bytes: `"é"` composed and decomposed are two members, as they are to
/// every other JSON reader. Two objects are equal when they have equal members in the same order.
package struct JSONObject: Sendable {
  /// A key and its value.
  package typealias Member = (key: String, value: JSONValue)

  /// The members as written.
  package private(set) var members: [Member] = []
  private var index = JSONKeyIndex()

  /// An object without members.
  package init() {}

  /// The keys as written.
  package var keys: [String] { members.map(\.key) }

  /// Whether there are no members.
  package var isEmpty: Bool { members.isEmpty }

  /// The number of members.
  package var count: Int { members.count }

  /// Reads a member; sets it in its place or at the end; removes it with `nil`.
  package subscript(key: String) -> JSONValue? {
    get { index.position(of: key, in: members).map { members[$0].value } }
    set {
      guard let position = index.position(of: key, in: members) else {
        if let newValue { _ = appendNew(key, newValue) }
        return
      }
      if let newValue { members[position].value = newValue } else { remove(at: position) }
    }
  }

  /// Adds a member at the end, or replaces the value of the member of that name where it stands.
  package mutating func append(_ key: String, _ value: JSONValue) { self[key] = value }

  /// Adds all members of another object, one after the other.
  package mutating func append(contentsOf other: JSONObject) {
    for member in other.members { self[member.key] = member.value }
  }

  /// Adds a member and returns `true`, or returns `false` when the key is taken.
  mutating func appendNew(_ key: String, _ value: JSONValue) -> Bool {
    guard index.claim(key, after: members) else { return false }
    members.append((key, value))
    return true
  }

  private mutating func remove(at position: Int) {
    members.remove(at: position)
    index = JSONKeyIndex(of: members)
  }
}

extension JSONObject: Hashable {
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) { $0.key.hasSameBytes(as: $1.key) && $0.value == $1.value }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(members.count)
    for member in members {
      member.key.hashBytes(into: &hasher)
      hasher.combine(member.value)
    }
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// - Precondition: No key is written twice.
  package init(dictionaryLiteral members: (String, JSONValue)...) { self.init(literal: members) }

  init(literal members: [(String, JSONValue)]) {
    for (key, value) in members {
      let isNew = appendNew(key, value)
      precondition(isNew, "a key is written twice in a literal")
    }
  }
}
