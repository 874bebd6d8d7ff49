internal import ArgumentSyntax

/// The reference of every command, printed from the table that parses the arguments.
package enum Reference {
  /// The marks between which `docs/cli.md` holds it.
  package static let marks = (begin: "<!-- commands: begin -->", end: "<!-- commands: end -->")

  /// The reference as Markdown.
  package static var markdown: String {
    CommandCatalog.commands.map { command in
      "### `\(command.description.name)`\n\n```text\n\(own(command.description.help(width: 100)))```\n"
    }.joined(separator: "\n")
  }

  /// A page without the options that every command has; they are told of once.
  private static func own(_ page: String) -> String {
    var isShared = false
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix(SlotDescription.globalGroup) {
        isShared = true
      } else if !line.isEmpty, line.first != " " {
        isShared = false
      }
      return !isShared
    }
    return lines.map(String.init).joined(separator: "\n")
  }
}
