internal import Effects
internal import ReleaseConsole
internal import Synchronization

extension Program {
  /// Decides once, from options and environment, how a run speaks and what its clock says.
  static func session(_ global: GlobalOptions, _ world: World, _ streams: Streams) -> (
    session: Session, console: Console
  ) {
    var world = world
    if let now = global.now { world.clock = FixedClock(now) }
    let trace = TraceContext(parent: world.environment["TRACEPARENT"], random: random(world))
    world.environment["TRACEPARENT"] = trace.traceparent
    let console = console(global, trace, world, streams)
    let session = Session(
      world: world, console: console, directory: directory(global.directory, in: world),
      configuration: global.configuration, now: world.clock.now(),
      run: { words, world in await capture(words, in: world) })
    return (session, console)
  }

  private static func console(
    _ global: GlobalOptions, _ trace: TraceContext, _ world: World, _ streams: Streams
  ) -> Console {
    var options = ConsoleOptions(
      isJSON: global.isJSON, verbosity: global.verbosity, logFormat: global.logFormat, traceID: trace.traceID)
    options.decideLooks(
      global.color, environment: world.environment, outputIsTerminal: streams.outputIsTerminal,
      errorIsTerminal: streams.errorIsTerminal)
    let clock = world.clock
    return Console(
      options: options, standardOutput: streams.output, standardError: streams.errorOutput,
      now: { clock.now() })
  }

  private static func directory(_ given: String?, in world: World) -> String {
    guard let given else { return world.directory }
    return given.utf8.first == UInt8(ascii: "/") ? given : "\(world.directory)/\(given)"
  }

  private static func random(_ world: World) -> (UInt64, UInt64, UInt64) {
    let bytes = world.entropy(24)
    func word(_ place: Int) -> UInt64 {
      bytes[(8 * place)..<(8 * place + 8)].reduce(0) { $0 << 8 | UInt64($1) }
    }
    return (word(0), word(1), word(2))
  }

  /// Runs a command of this program in this process and keeps what it says.
  static func capture(_ words: [String], in world: World) async -> CapturedRun {
    let said = Mutex([UInt8]())
    let keep: Console.Sink = { bytes in said.withLock { $0 += bytes } }
    let exit = await run(words, in: world, to: Streams(output: keep, errorOutput: keep))
    return said.withLock { CapturedRun(exit: exit, said: $0) }
  }
}
