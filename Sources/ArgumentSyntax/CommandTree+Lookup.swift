extension CommandTree {
  /// Returns the commands whose names start with these words.
  func commands(startingWith verbs: [String]) -> [CommandDescription] {
    commands.filter { $0.verbs.starts(with: verbs) }
  }

  /// Returns the words that can follow in a command's name, each once, in the order of help.
  func choices(after verbs: [String]) -> [String] {
    let words = commands(startingWith: verbs).map { $0.verbs[verbs.count] } + (verbs.isEmpty ? ["help"] : [])
    return words.enumerated().filter { words.firstIndex(of: $1) == $0 }.map(\.element)
  }

  /// Returns what an unknown word may mean: the nearest that can stand there, or else the commands that end
  /// with it: `prove` is `ledger prove`.
  func nearestCommands(to word: String, after verbs: [String]) -> [String] {
    if let near = nearest(to: word, among: choices(after: verbs)) { return [near] }
    guard verbs.isEmpty else { return [] }
    return commands.filter { $0.verbs.last == word }.map { $0.verbs.joined(separator: " ") }
  }

  /// Returns the page that words after `help` ask for.
  /// - Throws: `.unknownTopic` when there is no such command, group or topic.
  func page(about words: [String], isShort: Bool = false) throws(UsageError.Fault) -> HelpPage {
    guard let first = words.first else { return .program(isShort: isShort) }
    if let command = commands.first(where: { words.starts(with: $0.verbs) }) {
      return .command(command, isShort: isShort)
    }
    if words.count == 1, let topic = topics.first(where: { $0.name == first }) { return .topic(topic) }
    if !commands(startingWith: words).isEmpty { return .group(words.joined(separator: " ")) }
    let near = nearest(to: first, among: choices(after: []) + topics.map(\.name))
    throw .unknownTopic(words.joined(separator: " "), nearest: near.map { [$0] } ?? [])
  }
}
