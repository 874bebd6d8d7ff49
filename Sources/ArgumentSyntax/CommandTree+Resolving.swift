extension CommandTree {
  /// Returns what words, without the program's own name, ask for.
  ///
  /// Shared flags may stand before, between and after the words of the command's name. `-h` and `--help`
  /// ask for help wherever they stand, unless after `--`; `--version` asks for the version before the
  /// command.
  /// - Throws: `UsageError` when no command is named, or one that there is not, or when a flag before it is
  ///   unknown.
  package func resolve(_ words: [String]) throws(UsageError) -> Resolution {
    var scan = CommandScan(self, words)
    do throws(UsageError.Fault) {
      return try scan.resolve()
    } catch { throw UsageError(command: ([name] + scan.verbs).joined(separator: " "), fault: error) }
  }
}

/// Looks for the command's name among words.
private struct CommandScan {
  private let tree: CommandTree
  private let table: [SlotDescription]
  private var lexer: ArgumentLexer
  /// The words of the command's name so far.
  private(set) var verbs: [String] = []
  /// The shared flags before its end, as they were written.
  private var setAside: [String] = []

  init(_ tree: CommandTree, _ words: [String]) {
    self.tree = tree
    table = tree.globals + [.helpFlag, .versionFlag]
    lexer = ArgumentLexer(words, slots: table)
  }

  mutating func resolve() throws(UsageError.Fault) -> CommandTree.Resolution {
    while let token = try next() {
      switch token {
      case .flag(let slot, _) where table[slot] == .versionFlag: return .version
      case .flag(let slot, let name) where table[slot] == .helpFlag:
        return .help(try tree.page(about: verbs + lexer.remainingWords(), isShort: name == "-h"))
      case .flag(_, let name): setAside.append(name)
      case .option(_, let name, let value): setAside += [name, value]
      case .word("help") where verbs.isEmpty: return .help(try tree.page(about: lexer.remainingWords()))
      case .word(let word): try descend(to: word)
      }
      if let command = tree.commands.first(where: { $0.verbs == verbs }) { return resolve(command) }
    }
    throw .missingCommand(choices: tree.choices(after: verbs))
  }

  private func resolve(_ command: CommandDescription) -> CommandTree.Resolution {
    if let name = command.helpFlag(in: Array(lexer.rest)) {
      return .help(.command(command, isShort: name == "-h"))
    }
    return .run(command, words: setAside + lexer.rest)
  }

  /// A flag that is unknown here may be one of a command that comes later.
  private mutating func next() throws(UsageError.Fault) -> ArgumentLexer.Token? {
    do throws(UsageError.Fault) {
      return try lexer.next()
    } catch {
      guard case .unknownFlag(let name, _) = error else { throw error }
      let owners = tree.commands(startingWith: verbs).filter { $0.table.contains { $0.names.contains(name) } }
      throw owners.isEmpty ? error : .misplacedFlag(name, commands: owners.map(\.name))
    }
  }

  private mutating func descend(to word: String) throws(UsageError.Fault) {
    guard tree.choices(after: verbs).contains(word) else {
      throw .unknownCommand(word, nearest: tree.nearestCommands(to: word, after: verbs))
    }
    verbs.append(word)
  }
}

extension CommandDescription {
  /// Returns the name that asks for help among words after the command's name, whatever else is wrong with
  /// them.
  fileprivate func helpFlag(in words: [String]) -> String? {
    let slots = table + [.helpFlag]
    var lexer = ArgumentLexer(words, slots: slots)
    while let token = lexer.nextValid() {
      if case .flag(let slot, let name) = token, slots[slot] == .helpFlag { return name }
    }
    return nil
  }
}

extension ArgumentLexer {
  /// Returns the next token that is none of the faults.
  fileprivate mutating func nextValid() -> Token? {
    while true {
      do { return try next() } catch { continue }  // each fault reads a word, so there is an end
    }
  }

  /// Returns what is left without flags, options and faults.
  fileprivate mutating func remainingWords() -> [String] {
    var words: [String] = []
    while let token = nextValid() {
      if case .word(let word) = token { words.append(word) }
    }
    return words
  }
}
