#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program from its start to its end; forgetting it ends it.
struct RunningChild: ~Copyable {
  /// How far we went to end it.
  enum Stage {
    case running
    case terminating(since: Double)
    case killed(at: Double)
  }

  let program: String
  let pid: pid_t
  let leadsGroup: Bool
  let started: Double
  let deadline: Double
  let cancellation: Cancellation?
  var stage = Stage.running
  /// When we saw that it had ended; it is waited for only when nothing is left to signal, as its number
  /// would be free for others then.
  var ended: Double?
  var isReaped = false
  var input: ChildInput
  var output: ChildOutput
  var errorOutput: ChildOutput

  /// Starts the program at a path.
  init(starting path: String, _ command: Subprocess, environment: [String: String]) throws(SubprocessError) {
    var input = try ChildInput(command.input, for: path)
    var output = try ChildOutput(limit: command.outputLimit, for: path)
    var errorOutput = try ChildOutput(limit: command.outputLimit, for: path)
    var plan = SpawnPlan(startsOwnProcessGroup: command.startsOwnProcessGroup)
    plan.connect(input.childEnd, to: STDIN_FILENO)
    plan.connect(output.childEnd, to: STDOUT_FILENO)
    plan.connect(errorOutput.childEnd, to: STDERR_FILENO)
    if let directory = command.directory { plan.enter(directory) }
    pid = try plan.start(path, command.argv, environment.map { "\($0)=\($1)" })
    input.sendMore()
    output.childStarted()
    errorOutput.childStarted()
    self.input = input
    self.output = output
    self.errorOutput = errorOutput
    (program, leadsGroup) = (path, command.startsOwnProcessGroup)
    cancellation = command.cancellation
    let now = monotonicSeconds()
    started = now
    deadline = now + (command.timeout ?? .infinity)
  }

  deinit {
    if isReaped { return }
    signal(SIGKILL)
    _ = uninterrupted { waitpid(pid, nil, 0) }
  }

  /// Sends a signal to the program and, where it leads a group, to all whom it started.
  func signal(_ number: Int32) { _ = kill(leadsGroup ? -pid : pid, number) }

  /// Returns the status of the program, which has ended; its number is free from now on.
  mutating func reap() throws(SubprocessError) -> SubprocessResult.Status {
    var status: Int32 = 0
    let pid = pid
    guard uninterrupted({ unsafe waitpid(pid, &status, 0) }) == pid else {
      throw SubprocessError("waitpid", program, code: errno)
    }
    isReaped = true
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
