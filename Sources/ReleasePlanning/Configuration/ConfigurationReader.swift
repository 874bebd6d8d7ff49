internal import ReleaseManifests
internal import ReleaseSigning
internal import StrictJSON

/// A value of a configuration and the text around it, so that every failure has its line and column.
struct ConfigurationReader {
  private let cursor: JSONCursor
  private let text: JSON5Text

  init(_ cursor: JSONCursor, in text: JSON5Text) {
    self.cursor = cursor
    self.text = text
  }

  /// Where the value stands in the text.
  var place: SourcePlace? { text.place(of: cursor.path) }

  /// Makes the error that something is wrong with this value.
  func failure(_ problem: ConfigurationError.Problem) -> ConfigurationError {
    ConfigurationError(place: text.place(of: cursor.path), path: cursor.path.description, problem: problem)
  }

  private func shaped<T>(_ read: (JSONCursor) throws(JSONShapeError) -> T) throws(ConfigurationError) -> T {
    do {
      return try read(cursor)
    } catch {
      throw ConfigurationError(
        place: text.place(of: error.path), path: error.path.description, problem: .shape(error.problem))
    }
  }

  private func reader(_ cursor: JSONCursor) -> ConfigurationReader { ConfigurationReader(cursor, in: text) }

  func allowOnly(_ keys: [String]) throws(ConfigurationError) {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.allowOnly(keys: keys) }
  }

  func member(_ key: String) throws(ConfigurationError) -> ConfigurationReader {
    reader(try shaped { (cursor) throws(JSONShapeError) in try cursor.member(key) })
  }

  func optional(_ key: String) throws(ConfigurationError) -> ConfigurationReader? {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.optional(key) }.map(reader)
  }

  /// The members of a table; absent is empty.
  func members(_ key: String) throws(ConfigurationError) -> [(key: String, value: ConfigurationReader)] {
    guard let table = try optional(key) else { return [] }
    return try table.shaped { (cursor) throws(JSONShapeError) in try cursor.members() }
      .map { ($0.key, reader($0.cursor)) }
  }

  /// The elements of a list; absent is empty.
  func list(_ key: String) throws(ConfigurationError) -> [ConfigurationReader] {
    guard let list = try optional(key) else { return [] }
    return try list.elements()
  }

  func elements() throws(ConfigurationError) -> [ConfigurationReader] {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.array() }.map(reader)
  }

  /// A list of texts; absent is empty.
  func strings(_ key: String) throws(ConfigurationError) -> [String] {
    var strings: [String] = []
    for element in try list(key) { strings.append(try element.string()) }
    return strings
  }

  func string() throws(ConfigurationError) -> String {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.string() }
  }

  func bool() throws(ConfigurationError) -> Bool {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.bool() }
  }

  func count() throws(ConfigurationError) -> Int {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.nonNegative() }
  }

  func number() throws(ConfigurationError) -> Double {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.number() }
  }

  func span() throws(ConfigurationError) -> TimeSpan {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.timeSpan() }
  }

  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type
  ) throws(ConfigurationError) -> Choice {
    try shaped { (cursor) throws(JSONShapeError) in try cursor.oneOf(type) }
  }

  /// The value as it stands.
  func value() -> JSONValue { cursor.value }

  /// A project's or component's name.
  func name() throws(ConfigurationError) -> String {
    let text = try string()
    guard Identifier.isName(text) else {
      throw failure(.value(text, expected: "letters, digits and `._-/@`"))
    }
    return text
  }

  /// A digest, `sha256:` and 64 hex digits.
  func digest() throws(ConfigurationError) -> Digest {
    let text = try string()
    guard let digest = Digest(prefixed: text) else {
      throw failure(.value(text, expected: "`sha256:` and 64 lower-case hex digits"))
    }
    return digest
  }

  /// A program and its arguments.
  func command() throws(ConfigurationError) -> [String] {
    var words: [String] = []
    for element in try elements() { words.append(try element.string()) }
    guard words.first?.isEmpty == false else {
      throw failure(
        .value("[]", expected: "a program and its arguments, such as [\"systemctl\", \"restart\", \"shop\"]"))
    }
    return words
  }
}
