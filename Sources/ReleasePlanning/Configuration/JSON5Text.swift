internal import FoundationEssentials
internal import StrictJSON

/// The text of a configuration: Foundation says what it means, and the positions are found beside it.
struct JSON5Text {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the value that the text stands for.
  ///
  /// - Throws: `ConfigurationError` for a text that is no JSON5, and for a key that stands twice.
  func value() throws(ConfigurationError) -> JSONValue {
    let value: JSONValue
    do {
      let decoder = JSONDecoder()
      decoder.allowsJSON5 = true
      value = try decoder.decode(JSON5Node.self, from: Data(bytes)).value
    } catch {
      throw ConfigurationError(place: nil, path: "", problem: .syntax(Self.message(of: error)))
    }
    if let (path, place) = JSON5Positions(bytes).repeated {
      throw ConfigurationError(place: place, path: path.description, problem: .repeatedKey(path.description))
    }
    return value
  }

  /// Returns where the value of a path begins.
  func place(of path: JSONPath) -> SourcePlace? { JSON5Positions(bytes).place(of: path) }

  private static func message(of error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return "\(error)" }
    return context.underlyingError.map { "\($0)" } ?? context.debugDescription
  }
}

/// Any JSON value, as Foundation's decoder hands it over.
private struct JSON5Node: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let bool = try? container.decode(Bool.self) {  // each attempt asks what the value is
      value = .bool(bool)
    } else if let integer = try? container.decode(Int64.self) {
      value = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      guard number.isFinite else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "\(number) is no number to count with")
      }
      value = JSONValue(number)
    } else if let string = try? container.decode(String.self) {
      value = .string(string)
    } else if var elements = try? decoder.unkeyedContainer() {
      var array: [JSONValue] = []
      while !elements.isAtEnd { array.append(try elements.decode(JSON5Node.self).value) }
      value = .array(array)
    } else {
      let members = try container.decode([String: JSON5Node].self)
      value = .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) }))
    }
  }
}
