extension Slot {
  /// A word that must be given.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ path: any WritableKeyPath<Arguments, Value> & Sendable, _ help: String
  ) -> Slot {
    Slot(.positional(name, Value.argumentChoices, help, isRequired: true)) {
      arguments, value, _ throws(ArgumentValueError) in
      arguments[keyPath: path] = try Value(argument: value)
    }
  }

  /// A word that can be left out.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ path: any WritableKeyPath<Arguments, Value?> & Sendable, _ help: String
  ) -> Slot {
    Slot(.positional(name, Value.argumentChoices, help, isRequired: false)) {
      arguments, value, _ throws(ArgumentValueError) in
      arguments[keyPath: path] = try Value(argument: value)
    }
  }

  /// All words that are left; the last positional of its table.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ path: any WritableKeyPath<Arguments, [Value]> & Sendable, _ help: String,
    required: Bool = false
  ) -> Slot {
    Slot(.positional(name, Value.argumentChoices, help, isRequired: required, isRepeatable: true)) {
      arguments, value, isFirst throws(ArgumentValueError) in
      let value = try Value(argument: value)
      arguments[keyPath: path] = isFirst ? [value] : arguments[keyPath: path] + [value]
    }
  }
}

extension SlotDescription {
  fileprivate static func positional(
    _ name: String, _ choices: [String], _ help: String, isRequired: Bool, isRepeatable: Bool = false
  ) -> SlotDescription {
    SlotDescription(
      kind: .positional, names: [name], valueName: name, help: help, choices: choices, environment: nil,
      isRequired: isRequired, isRepeatable: isRepeatable)
  }
}
