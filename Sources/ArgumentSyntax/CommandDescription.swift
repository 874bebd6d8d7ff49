/// What there is to know about a command: all that help, completions and the reference print.
package struct CommandDescription: Hashable, Sendable {
  /// The whole name: `release key new`.
  package let name: String
  /// What it does, as an imperative without a period: "Make a key pair".
  package let summary: String
  /// Paragraphs separated by empty lines, wrapped when they are printed.
  package let discussion: String
  /// Whole command lines.
  package let examples: [String]
  /// The exit codes that it can end with.
  package let exitCodes: [Int32]
  /// The heading that it stands under in the list of all commands.
  package let section: String
  /// The arguments in the order of help.
  package let table: [SlotDescription]

  /// The words after the program's name: `["key", "new"]`.
  package var verbs: [String] { name.split(separator: " ").dropFirst().map(String.init) }

  /// The program's name.
  package var program: String { String(name.prefix { $0 != " " }) }
}
