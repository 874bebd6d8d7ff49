internal import Changelogs
internal import Mustache
internal import StrictJSON

/// The model that templates get, as JSON.
struct ChangelogDocument {
  let object: JSONObject

  init(_ changelog: Changelog) {
    guard case .object(let object) = JSONValue(changelog.mustacheData) else {
      self.object = [:]
      return
    }
    self.object = object
  }

  /// The document in full.
  var bytes: [UInt8] {
    var document: JSONObject = ["schema": 1]
    document.append(contentsOf: object)
    return JSONValue.object(document).prettyBytes
  }
}

extension JSONValue {
  /// The same value; the members of maps in the order of their names.
  init(_ value: MustacheValue) {
    switch value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let literal):
      self =
        Int64(literal).map(JSONValue.integer) ?? JSONNumber(literal: literal).map(JSONValue.number)
        ?? .string(literal)
    case .string(let text): self = .string(text)
    case .list(let list): self = .array(list.map(JSONValue.init))
    case .sequence(let list): self = .array((0..<list.count).map { JSONValue(list.element($0)) })
    case .record(let record): self = .object(record.object)
    case .map(let map):
      self = .object(JSONObject(map.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) }))
    }
  }
}

extension MustacheValue {
  /// The same value.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .number(integer.description)
    case .number(let number): self = .number(number.literal)
    case .string(let text): self = .string(text)
    case .array(let list): self = .list(list.map(MustacheValue.init))
    case .object(let object):
      self = .map(Dictionary(object.members.map { ($0.key, MustacheValue($0.value)) }) { _, last in last })
    }
  }
}

extension MustacheRecord {
  /// All members, in the order in which they are told.
  fileprivate var object: JSONObject {
    JSONObject(Self.memberNames.map { ($0, member($0).map(JSONValue.init) ?? .null) })
  }
}
