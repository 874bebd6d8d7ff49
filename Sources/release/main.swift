internal import Effects
internal import HTTPTransport
internal import ReleaseCommands
internal import ReleaseConsole

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

OutputDescriptor.ignoreBrokenPipes()
let words = Array(CommandLine.arguments.dropFirst())
// Before anything reads the environment or starts a thread.
let secrets = SecretVariables.withdrawn(named: words)
let output = OutputDescriptor.standardOutput
let errors = OutputDescriptor.standardError
let streams = Program.Streams(
  output: output.send, errorOutput: errors.send, outputIsTerminal: output.isTerminal,
  errorIsTerminal: errors.isTerminal)
let code = await Program.run(
  words, in: try World.live(network: CurlNetwork(), secrets: secrets), to: streams)
// An answer that was lost must not end as if it had been given.
exit(code == .done && output.failure != nil ? ExitCode.environment.rawValue : code.rawValue)
