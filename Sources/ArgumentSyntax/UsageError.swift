/// Why words are no call of a command.
package struct UsageError: Error, Hashable, Sendable {
  /// The command as far as it was understood: `release verify`.
  package let command: String
  /// What is wrong with the words.
  package let fault: Fault

  /// An error of a command's call.
  package init(command: String, fault: Fault) {
    self.command = command
    self.fault = fault
  }

  /// What can be wrong with a call. Flags and options are called by the name that was typed.
  package enum Fault: Error, Hashable, Sendable {
    case unknownFlag(String, nearest: String?)
    /// The flag stands before the command, but only these commands have it.
    case misplacedFlag(String, commands: [String])
    /// Nothing, or the name of another flag, stands where the value should.
    case missingValue(option: String, valueName: String)
    /// A flag has a `=value`.
    case unexpectedValue(flag: String)
    /// A short option and its value are one word.
    case attachedValue(option: String, value: String)
    /// The value is an empty word, usually an unset shell variable.
    case emptyValue(name: String)
    /// The environment variable is set, but to nothing.
    case emptyVariable(String, option: String)
    case invalidValue(name: String, value: String, expected: ArgumentValueError)
    /// An option that takes one value is there twice.
    case repeated(option: String)
    /// Two options that exclude each other.
    case conflict(String, String)
    case unexpectedArgument(String)
    case missingArgument(String)
    case missingOption(String, valueName: String)
    case missingCommand(choices: [String])
    case unknownCommand(String, nearest: [String])
    case unknownTopic(String, nearest: [String])
  }
}
