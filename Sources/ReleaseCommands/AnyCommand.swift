internal import ArgumentSyntax

/// A command whose own type is forgotten: what the catalog is a list of.
struct AnyCommand: Sendable {
  /// What there is to know about it.
  let description: CommandDescription
  /// Reads its words.
  let parse: @Sendable ([String], [String: String]) throws(UsageError) -> any Command

  init<C: Command>(_ type: C.Type) {
    description = C.syntax.description
    parse = { words, environment throws(UsageError) in
      try C.syntax.parse(words, into: C(), environment: environment)
    }
  }
}
