/// Tells flags, options with their values, and other words apart, given the names that there are.
struct ArgumentLexer {
  /// What one or two words are; a slot is known by its place in the table.
  enum Token: Hashable {
    case flag(slot: Int, name: String)
    case option(slot: Int, name: String, value: String)
    case word(String)
  }

  private let slots: [SlotDescription]
  /// The words not read yet.
  private(set) var rest: ArraySlice<String>
  private var optionsHaveEnded = false

  init(_ words: [String], slots: [SlotDescription]) {
    self.slots = slots
    rest = words[...]
  }

  /// Returns the next token, `nil` at the end.
  ///
  /// After an error the words that caused it are read, and reading can go on.
  mutating func next() throws(UsageError.Fault) -> Token? {
    guard let word = rest.popFirst() else { return nil }
    guard !optionsHaveEnded, word.utf8.first == UInt8(ascii: "-"), word != "-" else { return .word(word) }
    if word == "--" {
      optionsHaveEnded = true
      return try next()
    }
    return try word.utf8.starts(with: "--".utf8) ? long(word) : short(word)
  }

  /// `--name`, `--name=value` or `--name value`.
  private mutating func long(_ word: String) throws(UsageError.Fault) -> Token {
    let (name, attached) = Self.split(word)
    guard let slot = slot(named: name) else { throw unknown(name) }
    switch (slots[slot].kind, attached) {
    case (.flag, nil): return .flag(slot: slot, name: name)
    case (.flag, _?): throw .unexpectedValue(flag: name)
    case (_, let value?): return .option(slot: slot, name: name, value: value)
    case (_, nil): return .option(slot: slot, name: name, value: try separateValue(of: slot, name))
    }
  }

  /// `-f`, `-k value`, or flags in one word, `-qv`.
  private mutating func short(_ word: String) throws(UsageError.Fault) -> Token {
    if let slot = slot(named: word) {
      guard slots[slot].kind == .option else { return .flag(slot: slot, name: word) }
      return .option(slot: slot, name: word, value: try separateValue(of: slot, word))
    }
    let names = word.unicodeScalars.dropFirst().map { "-\($0)" }
    let kinds = names.map { slot(named: $0).map { slots[$0].kind } }
    if kinds.first == .option { throw .attachedValue(option: names[0], value: Self.afterName(in: word)) }
    guard kinds.allSatisfy({ $0 == .flag }) else { throw unknown(word) }
    rest = names.dropFirst() + rest
    return try short(names[0])
  }

  /// The name of a known flag is no value: it was the value that was forgotten.
  private mutating func separateValue(of slot: Int, _ name: String) throws(UsageError.Fault) -> String {
    guard let value = rest.first, value != "--", self.slot(named: Self.split(value).name) == nil else {
      throw .missingValue(option: name, valueName: slots[slot].valueName ?? "value")
    }
    rest.removeFirst()
    return value
  }

  private func slot(named name: String) -> Int? {
    slots.firstIndex { $0.kind != .positional && $0.names.contains(name) }
  }

  private func unknown(_ name: String) -> UsageError.Fault {
    let names = slots.filter { $0.kind != .positional && !$0.isHidden }.flatMap(\.names)
    return .unknownFlag(name, nearest: nearest(to: name, among: names))
  }

  /// Splits at the first byte `=`: as a Character it could be hidden under a combining mark.
  private static func split(_ word: String) -> (name: String, value: String?) {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.utf8.index(after: equals)...]))
  }

  private static func afterName(in word: String) -> String {
    let value = word.unicodeScalars.dropFirst(2)
    return String(String.UnicodeScalarView(value.first == "=" ? value.dropFirst() : value))
  }
}
