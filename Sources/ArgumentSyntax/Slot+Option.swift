extension Slot {
  /// An option with a value that has a default.
  /// - Parameters:
  ///   - names: The long name and the short ones, separated by spaces: `"--key -k"`.
  ///   - env: The variable that is read when the option is not given.
  package static func option<Value: ArgumentValue>(
    _ names: String, _ path: any WritableKeyPath<Arguments, Value> & Sendable, _ valueName: String,
    _ help: String, env: String? = nil, required: Bool = false
  ) -> Slot {
    let choices = Value.argumentChoices
    return Slot(.option(names, valueName, help, choices, env, required)) {
      arguments, value, _ throws(ArgumentValueError) in
      arguments[keyPath: path] = try Value(argument: value)
    }
  }

  /// An option with a value, `nil` when it is not given.
  package static func option<Value: ArgumentValue>(
    _ names: String, _ path: any WritableKeyPath<Arguments, Value?> & Sendable, _ valueName: String,
    _ help: String, env: String? = nil, required: Bool = false
  ) -> Slot {
    let choices = Value.argumentChoices
    return Slot(.option(names, valueName, help, choices, env, required)) {
      arguments, value, _ throws(ArgumentValueError) in
      arguments[keyPath: path] = try Value(argument: value)
    }
  }

  /// An option that can be given again and again; its variable gives one value.
  package static func option<Value: ArgumentValue>(
    _ names: String, _ path: any WritableKeyPath<Arguments, [Value]> & Sendable, _ valueName: String,
    _ help: String, env: String? = nil, required: Bool = false
  ) -> Slot {
    let choices = Value.argumentChoices
    return Slot(.option(names, valueName, help, choices, env, required, isRepeatable: true)) {
      arguments, value, isFirst throws(ArgumentValueError) in
      let value = try Value(argument: value)
      arguments[keyPath: path] = isFirst ? [value] : arguments[keyPath: path] + [value]
    }
  }
}

extension SlotDescription {
  fileprivate static func option(
    _ names: String, _ valueName: String, _ help: String, _ choices: [String], _ environment: String?,
    _ isRequired: Bool, isRepeatable: Bool = false
  ) -> SlotDescription {
    SlotDescription(
      kind: .option, names: names.split(separator: " ").map(String.init), valueName: valueName, help: help,
      choices: choices, environment: environment, isRequired: isRequired, isRepeatable: isRepeatable)
  }
}
