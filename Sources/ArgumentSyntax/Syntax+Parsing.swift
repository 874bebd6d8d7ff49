extension Syntax {
  /// Returns the arguments that words stand for.
  ///
  /// `--name value`, `--name=value` and `-k value` are options, `-qv` is two flags, `-` is a word,
  /// everything after `--` is, too. The word after an option is its value even if it starts with a dash,
  /// unless it is the name of a flag of this command. Names are never abbreviated, and no value is ever
  /// empty.
  /// - Parameters:
  ///   - words: What follows the command's name.
  ///   - defaults: The arguments as they are when nothing is given.
  ///   - environment: The variables that stand in for options that are not given.
  /// - Throws: `UsageError` with the first fault: of the words from left to right, then of the variables,
  ///   then of what is missing.
  package func parse(
    _ words: [String], into defaults: Arguments, environment: [String: String]
  ) throws(UsageError) -> Arguments {
    var binding = ArgumentBinding(arguments: defaults, slots: slots)
    do throws(UsageError.Fault) {
      try binding.bind(words)
      try binding.refuseExcluded(exclusions)
      try binding.bind(environment)
      try binding.requireAll()
    } catch { throw UsageError(command: description.name, fault: error) }
    return binding.arguments
  }
}

/// Arguments on their way from words to values.
private struct ArgumentBinding<Arguments: Sendable> {
  var arguments: Arguments
  let slots: [Slot<Arguments>]
  /// The slots that have got a value.
  private var given: Set<Int> = []

  init(arguments: Arguments, slots: [Slot<Arguments>]) {
    self.arguments = arguments
    self.slots = slots
  }

  mutating func bind(_ words: [String]) throws(UsageError.Fault) {
    var lexer = ArgumentLexer(words, slots: slots.map(\.description))
    while let token = try lexer.next() {
      switch token {
      case .flag(let slot, let name): try store("", in: slot, calledBy: name)
      case .option(let slot, let name, let value):
        guard !value.isEmpty else { throw .emptyValue(name: name) }
        guard !given.contains(slot) || slots[slot].description.isRepeatable else {
          throw .repeated(option: name)
        }
        try store(value, in: slot, calledBy: name)
      case .word(let word): try place(word)
      }
    }
  }

  mutating func bind(_ environment: [String: String]) throws(UsageError.Fault) {
    for (slot, description) in slots.map(\.description).enumerated() where !given.contains(slot) {
      guard let variable = description.environment, let value = environment[variable] else { continue }
      guard !value.isEmpty else { throw .emptyVariable(variable, option: description.displayName) }
      try store(value, in: slot, calledBy: variable)
    }
  }

  func refuseExcluded(_ exclusions: [[String]]) throws(UsageError.Fault) {
    let names = given.flatMap { slots[$0].description.names }
    for exclusion in exclusions {
      let clash = exclusion.filter(names.contains)
      if clash.count > 1 { throw .conflict(clash[0], clash[1]) }
    }
  }

  func requireAll() throws(UsageError.Fault) {
    for (slot, description) in slots.map(\.description).enumerated()
    where description.isRequired && !given.contains(slot) {
      switch description.valueName {
      case let valueName? where description.kind == .option:
        throw .missingOption(description.displayName, valueName: valueName)
      default: throw .missingArgument(description.names[0])
      }
    }
  }

  /// Gives a word to the first positional that has none, or to the last that takes all.
  private mutating func place(_ word: String) throws(UsageError.Fault) {
    let place = slots.indices.first { slot in
      let description = slots[slot].description
      return description.kind == .positional && (description.isRepeatable || !given.contains(slot))
    }
    guard let place else { throw .unexpectedArgument(word) }
    let name = slots[place].description.displayName
    guard !word.isEmpty else { throw .emptyValue(name: name) }
    try store(word, in: place, calledBy: name)
  }

  private mutating func store(_ value: String, in slot: Int, calledBy name: String) throws(UsageError.Fault) {
    do throws(ArgumentValueError) {
      try slots[slot].store(&arguments, value, given.insert(slot).inserted)
    } catch { throw .invalidValue(name: name, value: value, expected: error) }
  }
}
