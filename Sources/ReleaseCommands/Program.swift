internal import ArgumentSyntax
package import Effects
package import ReleaseConsole
internal import StrictJSON

/// The program without its process: words and a world in, an exit code out.
package enum Program {
  /// Where a run's stdout and stderr go.
  package struct Streams: Sendable {
    let output: Console.Sink
    let errorOutput: Console.Sink
    let outputIsTerminal: Bool
    let errorIsTerminal: Bool

    /// Makes streams.
    package init(
      output: @escaping Console.Sink, errorOutput: @escaping Console.Sink, outputIsTerminal: Bool = false,
      errorIsTerminal: Bool = false
    ) {
      self.output = output
      self.errorOutput = errorOutput
      self.outputIsTerminal = outputIsTerminal
      self.errorIsTerminal = errorIsTerminal
    }
  }

  /// Runs one command.
  package static func run(_ words: [String], in world: World, to streams: Streams) async -> ExitCode {
    let command: any Command
    do {
      switch try CommandCatalog.resolve(words) {
      case .version: command = try VersionCommand.syntax.parse([], into: VersionCommand(), environment: [:])
      case .help(let page):
        return help(page, words, in: world, to: streams)
      case .run(let description, let words):
        command = try CommandCatalog.parse(description, words, world.environment)
      }
    } catch {
      return report(error, words: words, in: world, to: streams)
    }
    return await run(command, in: world, to: streams)
  }

  private static func help(
    _ page: CommandTree.HelpPage, _ words: [String], in world: World, to streams: Streams
  ) -> ExitCode {
    let text = CommandCatalog.tree.text(of: page)
    let console = session(options(in: words), world, streams).console
    let document: JSONObject = ["schema": 1, "help": .string(text)]
    console.answer(json: .object(document))
    console.answer(Message(lines: text))
    return .done
  }

  /// What can be told of the shared options before a command is known.
  private static func options(in words: [String]) -> GlobalOptions {
    var options = GlobalOptions()
    options.isJSON = words.prefix { $0 != "--" }.contains("--json")
    return options
  }

  private static func run(_ command: any Command, in world: World, to streams: Streams) async -> ExitCode {
    let (session, console) = session(command.global, world, streams)
    do {
      let answer = try await command.run(in: session)
      if let refusal = answer.refusal { return give(answer, refusal, to: console) }
      try give(answer, to: console)
      return .done
    } catch {
      let diagnostic = Diagnosis.diagnostic(of: error)
      console.report(diagnostic)
      return diagnostic.exit
    }
  }

  private static func give(_ answer: Answer, to console: Console) throws {
    guard console.options.isJSON else {
      if let text = answer.text { console.answer(text) }
      try answer.writeText? { console.answer(bytes: $0) }
      return
    }
    if let write = answer.writeDocument { return try write { console.answer(piece: $0) } }
    var document: JSONObject = ["schema": 1]
    document.append(contentsOf: answer.document)
    console.answer(json: .object(document))
  }

  private static func give(_ answer: Answer, _ refusal: Diagnostic, to console: Console) -> ExitCode {
    if let text = answer.text { console.answer(text) }
    console.report(refusal, document: console.options.isJSON ? answer.document : nil)
    return refusal.exit
  }

  private static func report(
    _ error: UsageError, words: [String], in world: World, to streams: Streams
  ) -> ExitCode {
    if case .missingCommand = error.fault, words.isEmpty {
      streams.errorOutput(Array(CommandCatalog.tree.text(of: .program(isShort: true)).utf8))
      return .usage
    }
    let diagnostic = Diagnosis.diagnostic(of: error)
    session(options(in: words), world, streams).console.report(diagnostic)
    return diagnostic.exit
  }
}
