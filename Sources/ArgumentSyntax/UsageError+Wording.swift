extension UsageError: CustomStringConvertible {
  package var description: String { problem }

  /// What is wrong, as the line after `error: `.
  package var problem: String {
    switch fault {
    case .unknownFlag(let flag, _): "unknown flag `\(shown(flag))`"
    case .misplacedFlag(let flag, _): "`\(flag)` stands before the command"
    case .missingValue(let option, let valueName): "`\(option)` needs a value: `\(option) <\(valueName)>`"
    case .unexpectedValue(let flag): "`\(flag)` takes no value"
    case .attachedValue(let option, _): "the value of `\(option)` must be a word of its own"
    case .emptyValue(let name): "the value of `\(name)` is empty"
    case .emptyVariable(let variable, let option):
      "`\(variable)` is set but empty; it gives the value of `\(option)`"
    case .invalidValue(let name, let value, .form(let form)):
      "`\(name)` must be \(form), not `\(shown(value))`"
    case .invalidValue(let name, _, .unshown(let form)): "`\(name)` must be \(form)"
    case .invalidValue(let name, let value, .oneOf): "`\(name)` cannot be `\(shown(value))`"
    case .repeated(let option): "`\(option)` is given more than once"
    case .conflict(let one, let other): "`\(one)` and `\(other)` exclude each other"
    case .unexpectedArgument(let word): "unexpected argument `\(shown(word))`"
    case .missingArgument(let name): "missing argument `<\(name)>`"
    case .missingOption(let option, let valueName): "missing option `\(option) <\(valueName)>`"
    case .missingCommand: "`\(command)` needs a command"
    case .unknownCommand(let word, _): "unknown command `\(command) \(shown(word))`"
    case .unknownTopic(let word, _): "no help about `\(shown(word))`"
    }
  }

  /// What to do about it, each the line after `hint: `; the last one always leads to help.
  package var hints: [String] { specificHints + [helpHint] }

  private var specificHints: [String] {
    switch fault {
    case .unknownFlag(_, let nearest): nearest.map { ["did you mean `\($0)`?"] } ?? []
    case .misplacedFlag(let flag, let commands): ["write it after the command: `\(commands[0]) \(flag)`"]
    case .missingValue(let option, _): ["if the value starts with a dash, write `\(option)=<value>`"]
    case .unexpectedValue(let flag): ["write `\(flag)` alone"]
    case .attachedValue(let option, let value): ["write `\(option) \(shown(value))`"]
    case .emptyValue: ["a shell variable may be unset"]
    case .emptyVariable(let variable, _): ["give it a value, or unset `\(variable)`"]
    case .invalidValue(_, let value, .oneOf(let choices)): hints(value, choices)
    case .repeated: ["keep one of them"]
    case .conflict: ["keep one of them"]
    case .missingCommand(let choices): ["it is one of \(listed(choices))"]
    case .unknownCommand(_, let nearest): nearest.map { "did you mean `\(command) \($0)`?" }
    case .unknownTopic(_, let nearest): nearest.map { "did you mean `\(command) help \($0)`?" }
    case .invalidValue, .unexpectedArgument, .missingArgument, .missingOption: []
    }
  }

  private var helpHint: String { "see `\(command) --help`" }

  private func hints(_ value: String, _ choices: [String]) -> [String] {
    let list = "it is one of \(listed(choices))"
    return nearest(to: value, among: choices).map { ["did you mean `\($0)`?", list] } ?? [list]
  }

  private func listed(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

  /// A typed word, cut after its first line and 60 characters: what was pasted by mistake may be a key.
  private func shown(_ word: String) -> String {
    let line = word.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }.prefix(60)
    let isWhole = line.endIndex == word.unicodeScalars.endIndex
    return String(String.UnicodeScalarView(line)) + (isWhole ? "" : "…")
  }
}
