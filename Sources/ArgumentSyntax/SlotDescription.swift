/// What there is to know about one argument: the row of the table that help, completions and the reference
/// are printed from.
package struct SlotDescription: Hashable, Sendable {
  /// The sorts of argument.
  package enum Kind: Hashable, Sendable {
    /// A word told by its place.
    case positional
    /// A name followed by a value.
    case option
    /// A name alone.
    case flag
  }

  /// The title of the group that every command shares, left out of short help.
  package static let globalGroup = "Global options"

  package let kind: Kind
  /// `["--key", "-k"]`; for a positional its one name without dashes.
  package let names: [String]
  /// What stands in angle brackets; `nil` for a flag.
  package let valueName: String?
  /// One line or a few sentences for people.
  package let help: String
  /// All words that are accepted; empty when they cannot be listed.
  package let choices: [String]
  /// The environment variable that is read when the option is not given.
  package let environment: String?
  /// Whether it must be given, as an option by its variable at least.
  package let isRequired: Bool
  /// Whether it can be given more than once.
  package let isRepeatable: Bool
  /// Whether help leaves it out.
  package internal(set) var isHidden = false
  /// The title it stands under in help; `nil` for "Options".
  package internal(set) var group: String?

  /// The name that messages call it by: `--key`, `<manifest>`.
  package var displayName: String { kind == .positional ? "<\(names[0])>" : names[0] }

  /// The flag that the program has.
  static let versionFlag = SlotDescription(
    kind: .flag, names: ["--version"], valueName: nil, help: "Print the version", choices: [],
    environment: nil,
    isRequired: false, isRepeatable: true, group: globalGroup)

  /// The flag that every command has, resolved by `CommandTree` before any command parses.
  package static let helpFlag = SlotDescription(
    kind: .flag, names: ["--help", "-h"], valueName: nil, help: "Print help; `-h` prints a shorter one",
    choices: [], environment: nil, isRequired: false, isRepeatable: true, group: globalGroup)
}
