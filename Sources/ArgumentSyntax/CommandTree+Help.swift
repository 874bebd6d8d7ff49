extension CommandTree {
  /// Returns a page of help in lines of at most `width` characters where no single word is longer, with a
  /// final newline.
  package func text(of page: HelpPage, width: Int = 80) -> String {
    switch page {
    case .program(isShort: true): shortHelp(TextColumns(width: width))
    case .program(isShort: false): help(TextColumns(width: width))
    case .group(let verb): groupHelp(verb, TextColumns(width: width))
    case .command(let command, isShort: true): command.shortHelp(width: width)
    case .command(let command, isShort: false): command.help(width: width)
    case .topic(let topic): topic.text
    }
  }

  private func help(_ text: TextColumns) -> String {
    let commands = sections.map { title in
      text.titled(title, self.commands.filter { $0.section == title }.flatMap { row($0, text) })
    }
    let topics = topics.flatMap { text.row($0.name, $0.summary) }
    let globals = globals.filter { !$0.isHidden } + [.helpFlag, .versionFlag]
    return text.page(
      [text.wrapped(summary), usage] + commands + [
        text.titled(SlotDescription.globalGroup, globals.flatMap { text.row($0.helpTerm, $0.helpText) }),
        text.titled("Help topics", topics),
        text.wrapped("More: `\(name) help <command>`, `\(name) help <topic>`"),
      ])
  }

  /// One line for the commands that share their first word: a screen holds no more.
  private func shortHelp(_ text: TextColumns) -> String {
    let titles = sections.map { title in
      text.row(title, choices(in: title).joined(separator: ", "))
    }
    return text.page([
      text.wrapped(summary), usage, titles.flatMap(\.self), text.wrapped("More: `\(name) --help`"),
    ])
  }

  private func groupHelp(_ verb: String, _ text: TextColumns) -> String {
    let members = commands(startingWith: verb.split(separator: " ").map(String.init))
    return text.page([
      ["Usage: \(name) \(verb) <command> [options]"],
      text.titled("Commands", members.flatMap { row($0, text) }),
      text.wrapped("More: `\(name) \(verb) <command> --help`"),
    ])
  }

  private var usage: [String] { ["Usage: \(name) [options] <command>"] }

  /// The headings in the order of their first command.
  private var sections: [String] {
    let titles = commands.map(\.section)
    return titles.enumerated().filter { titles.firstIndex(of: $1) == $0 }.map(\.element)
  }

  private func choices(in section: String) -> [String] {
    choices(after: []).filter { word in commands.contains { $0.section == section && $0.verbs[0] == word } }
  }

  private func row(_ command: CommandDescription, _ text: TextColumns) -> [String] {
    text.row(command.verbs.joined(separator: " "), command.summary)
  }
}
