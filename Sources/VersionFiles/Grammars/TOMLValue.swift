/// A value of a TOML document, as far as a version may hang on it.
indirect enum TOMLValue {
  case string(TOMLString)
  /// An inline table.
  case table([TOMLEntry])
  /// An array: those of its elements that are strings.
  case array([TOMLString])
  case boolean(Bool)
  /// A number or a time.
  case scalar
}

/// A string, and where it stands between its quotes.
struct TOMLString {
  let range: Range<Int>
  /// The text with its escapes resolved.
  let text: [UInt8]
}

/// A key, with its dots taken apart, and its value.
struct TOMLEntry {
  let key: [[UInt8]]
  /// Where the key starts.
  let offset: Int
  let value: TOMLValue
}

/// A header and the entries up to the next one.
struct TOMLTable {
  let header: [[UInt8]]
  /// Whether this is an element of an array: `[[header]]`.
  let isElement: Bool
  /// Where the header starts.
  let offset: Int
  var entries: [TOMLEntry]
}
