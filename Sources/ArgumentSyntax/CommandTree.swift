/// All commands of a program, and what they share.
package struct CommandTree: Sendable {
  /// The program's name: `release`.
  package let name: String
  /// What it is for, in one line.
  package let summary: String
  /// The commands in the order of help.
  package let commands: [CommandDescription]
  /// The flags and options that every command has, and that may stand before the command's name.
  package let globals: [SlotDescription]
  /// Pages of help about no single command.
  package let topics: [HelpTopic]

  /// A program's commands.
  /// - Precondition: Each command's name starts with the program's; no name is there twice or starts another.
  package init(
    _ name: String, _ summary: String, commands: [CommandDescription], globals: [SlotDescription],
    topics: [HelpTopic] = []
  ) {
    precondition(
      commands.allSatisfy { $0.program == name && !$0.verbs.isEmpty }, "a command of another program")
    precondition(Self.areTellable(commands.map(\.verbs)), "a command's name starts another")
    self.name = name
    self.summary = summary
    self.commands = commands
    self.globals = globals
    self.topics = topics
  }

  /// What words ask for.
  package enum Resolution: Hashable, Sendable {
    /// To run a command with these words, the shared flags from before its name first.
    case run(CommandDescription, words: [String])
    /// To print a page of help.
    case help(HelpPage)
    /// To print the version.
    case version
  }

  /// The pages of help.
  package enum HelpPage: Hashable, Sendable {
    /// The list of all commands.
    case program(isShort: Bool)
    /// The commands that start with this word.
    case group(String)
    case command(CommandDescription, isShort: Bool)
    case topic(HelpTopic)
  }

  private static func areTellable(_ verbs: [[String]]) -> Bool {
    verbs.indices.allSatisfy { one in
      verbs.indices.allSatisfy { one == $0 || !verbs[$0].starts(with: verbs[one]) }
    }
  }
}
