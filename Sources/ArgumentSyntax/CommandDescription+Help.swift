extension CommandDescription {
  /// The usage line, `release verify [options] <manifest>`, without `Usage: `.
  package var usage: String { usageWords.joined(separator: " ") }

  /// Returns all that there is to know, in lines of at most `width` characters where no single word is
  /// longer, with a final newline.
  package func help(width: Int = 80) -> String {
    let text = TextColumns(width: width)
    return text.page(
      [
        text.wrapped(summary), text.hanging("Usage: ", usageWords), text.wrapped(discussion),
        text.titled("Arguments", rows(visible.filter { $0.kind == .positional }, text)),
      ] + groups.map { text.titled($0, rows(slots(in: $0), text)) } + [
        text.titled(
          SlotDescription.globalGroup, rows(slots(in: SlotDescription.globalGroup) + [.helpFlag], text)),
        text.titled("Examples", examples.map { "  \($0)" }), exitCodeLines(text),
      ])
  }

  /// Returns what fits one screen: help without discussion, shared options and examples.
  package func shortHelp(width: Int = 80) -> String {
    let text = TextColumns(width: width)
    return text.page(
      [
        text.wrapped(summary), text.hanging("Usage: ", usageWords),
        text.titled("Arguments", rows(visible.filter { $0.kind == .positional }, text)),
      ] + groups.map { text.titled($0, rows(slots(in: $0), text)) } + [
        text.wrapped("More: `\(name) --help`")
      ])
  }

  private var visible: [SlotDescription] { table.filter { !$0.isHidden } }

  private var usageWords: [String] {
    let required = visible.filter { $0.kind != .positional && $0.isRequired }.map(\.usageTerm)
    return [name, "[options]"] + required + visible.filter { $0.kind == .positional }.map(\.usageTerm)
  }

  /// The titles in the order of their first option, the shared ones left out.
  private var groups: [String] {
    let titles = visible.filter { $0.kind != .positional }.map(title)
    return titles.enumerated().filter { titles.firstIndex(of: $1) == $0 && $1 != SlotDescription.globalGroup }
      .map(\.element)
  }

  private func slots(in group: String) -> [SlotDescription] {
    visible.filter { $0.kind != .positional && title(of: $0) == group }
  }

  private func title(of slot: SlotDescription) -> String { slot.group ?? "Options" }

  private func rows(_ slots: [SlotDescription], _ text: TextColumns) -> [String] {
    slots.flatMap { text.row($0.helpTerm, $0.helpText) }
  }

  private func exitCodeLines(_ text: TextColumns) -> [String] {
    guard !exitCodes.isEmpty else { return [] }
    let codes = exitCodes.map(String.init).joined(separator: ", ")
    return text.wrapped("Exit codes: \(codes); see `\(program) help exit-codes`")
  }
}

extension Syntax {
  /// Returns all that there is to know about the command.
  package func help(width: Int = 80) -> String { description.help(width: width) }

  /// Returns what fits one screen.
  package func shortHelp(width: Int = 80) -> String { description.shortHelp(width: width) }
}
