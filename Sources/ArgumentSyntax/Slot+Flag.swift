extension Slot {
  /// A flag that sets a Boolean; giving it again changes nothing.
  package static func flag(
    _ names: String, _ path: any WritableKeyPath<Arguments, Bool> & Sendable, _ help: String
  ) -> Slot {
    Slot(.flag(names, help)) { arguments, _, _ in arguments[keyPath: path] = true }
  }

  /// A flag that counts how often it is given: `-qq` is two.
  package static func flag(
    _ names: String, _ path: any WritableKeyPath<Arguments, Int> & Sendable, _ help: String
  ) -> Slot {
    Slot(.flag(names, help)) { arguments, _, _ in arguments[keyPath: path] += 1 }
  }
}

extension SlotDescription {
  fileprivate static func flag(_ names: String, _ help: String) -> SlotDescription {
    SlotDescription(
      kind: .flag, names: names.split(separator: " ").map(String.init), valueName: nil, help: help,
      choices: [],
      environment: nil, isRequired: false, isRepeatable: true)
  }
}
