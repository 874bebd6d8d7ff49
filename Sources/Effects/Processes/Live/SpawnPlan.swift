internal import CLibc

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the kernel does between the start of a child and the start of its program.
@safe struct SpawnPlan: ~Copyable {
  #if canImport(Darwin)
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
  #else
    private var actions = unsafe posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
  #endif

  init(startsOwnProcessGroup: Bool) {
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    let group = startsOwnProcessGroup ? POSIX_SPAWN_SETPGROUP : 0
    resetSignals()
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group)
    unsafe posix_spawnattr_setflags(&attributes, flags)
  }

  deinit {
    var (actions, attributes) = unsafe (actions, attributes)
    unsafe posix_spawn_file_actions_destroy(&actions)
    unsafe posix_spawnattr_destroy(&attributes)
  }

  /// Makes `number` the child's standard stream `stream`.
  mutating func connect(_ number: Int32, to stream: Int32) {
    unsafe posix_spawn_file_actions_adddup2(&actions, number, stream)
  }

  /// Lets the child start in another working directory.
  mutating func enter(_ directory: String) {
    unsafe posix_spawn_file_actions_addchdir_np(&actions, directory)
  }

  /// Starts a program and returns its process number.
  mutating func start(
    _ program: String, _ arguments: [String], _ environment: [String]
  ) throws(SubprocessError) -> pid_t {
    let arguments = CStringArray(arguments)
    let environment = CStringArray(environment)
    var pid: pid_t = 0
    let code = unsafe posix_spawn(
      &pid, program, &actions, &attributes, arguments.pointer, environment.pointer)
    guard code == 0 else { throw SubprocessError("posix_spawn", program, code: code) }
    return pid
  }

  /// A program expects no signal blocked, and `SIGPIPE` to end it, whatever we have set for ourselves.
  private mutating func resetSignals() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
  }
}
