internal import ArgumentSyntax

/// A command whose own type is forgotten: what the catalog is a list of.
struct AnyCommand: Sendable {
  /// The words after the program's name: `["key", "new"]`.
  let verbs: [String]
  private let describe: @Sendable () -> CommandDescription
  /// Reads its words.
  let parse: @Sendable ([String], [String: String]) throws(UsageError) -> any Command

  /// Makes a command of the catalog; its name is that of its syntax.
  init<C: Command>(_ name: String, _ type: C.Type) {
    verbs = name.split(separator: " ").map(String.init)
    describe = { C.syntax.description }
    parse = { words, environment throws(UsageError) in
      try C.syntax.parse(words, into: C(), environment: environment)
    }
  }

  /// What there is to know about it.
  var description: CommandDescription { describe() }
}
