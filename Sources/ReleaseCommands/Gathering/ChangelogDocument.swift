internal import Changelogs
internal import Mustache
internal import StrictJSON

/// The model that templates get, as JSON.
struct ChangelogDocument: Sendable {
  private let changelog: Changelog

  init(_ changelog: Changelog) {
    self.changelog = changelog
  }

  /// Hands on the document release by release: all of them may be more than memory should hold.
  func write(handingOn body: ([UInt8]) -> Void) {
    let model = changelog.mustacheData
    body(Array("{\n  \"schema\": 1,\n  \"is_document\": \(changelog.isDocument),\n  \"releases\": [".utf8))
    for place in 0..<changelog.count {
      body(
        Array((place == 0 ? "\n" : ",\n").utf8) + Self.indented(JSONValue(model.release(place)).prettyBytes))
    }
    let end = changelog.count == 0 ? "]" : "\n  ]"
    let url = JSONValue(changelog.style.links?.repositoryURL).bytes
    body(Array("\(end),\n  \"repository_url\": ".utf8) + url + Array("\n}\n".utf8))
  }

  /// A value as an element of the list; no line break is part of a text in JSON.
  private static func indented(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return Array(lines.map { Array("    ".utf8) + $0 }.joined(separator: [UInt8(ascii: "\n")]))
  }
}

extension MustacheValue {
  /// The release of a place in a changelog.
  fileprivate func release(_ place: Int) -> MustacheValue {
    guard case .map(let members) = self, case .sequence(let releases)? = members["releases"] else {
      return .null
    }
    return releases.element(place)
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
