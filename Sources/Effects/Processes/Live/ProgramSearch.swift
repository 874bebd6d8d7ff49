#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The search for the file of a program.
struct ProgramSearch {
  /// The `PATH` variable's value; without one, the system's own two folders.
  let path: String?
  /// Where the program will run, which is where a relative path to it starts.
  let directory: String?

  /// Returns a program's name, once it is sure that it can be passed on with its arguments.
  static func checkedName(of command: Subprocess) throws(SubprocessError) -> String {
    guard let name = command.argv.first, !name.isEmpty else { throw .invalidArgument(program: "", "") }
    if let text = (command.argv + [command.directory ?? ""]).first(where: { $0.utf8.contains(0) }) {
      throw .invalidArgument(program: name, text)
    }
    for (key, value) in command.environment ?? [:] where !isVariable(key, value) {
      throw .invalidArgument(program: name, key)
    }
    return name
  }

  /// Returns the path to start the program `name` by.
  ///
  /// Relative entries of the `PATH` are passed over: a program that lies in the folder worked on must not
  /// stand in for the installed one.
  func find(_ name: String) throws(SubprocessError) -> String {
    if let directory, !isFolder(directory) { throw .directoryNotFound(directory) }
    let isPath = name.utf8.contains(UInt8(ascii: "/"))
    let candidates = isPath ? [name] : folders.map { "\($0)/\(name)" }
    let present = candidates.filter { isFile(fromHere($0)) }
    if let program = present.first(where: { unsafe access(fromHere($0), X_OK) == 0 }) { return program }
    throw present.isEmpty ? .programNotFound(name) : .programNotExecutable(name)
  }

  private var folders: [String] {
    let path = (path ?? "/usr/bin:/bin").utf8.split(separator: UInt8(ascii: ":"))
    return path.filter { $0.first == UInt8(ascii: "/") }.map { String(Substring($0)) }
  }

  /// The path as seen from our working directory.
  private func fromHere(_ path: String) -> String {
    guard let directory, path.utf8.first != UInt8(ascii: "/") else { return path }
    return "\(directory)/\(path)"
  }

  private func isFolder(_ path: String) -> Bool { hasType(S_IFDIR, path) }
  private func isFile(_ path: String) -> Bool { hasType(S_IFREG, path) }

  private func hasType(_ type: mode_t, _ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == type
  }

  private static func isVariable(_ key: String, _ value: String) -> Bool {
    let equals = UInt8(ascii: "=")
    return !key.isEmpty && !key.utf8.contains { $0 == 0 || $0 == equals } && !value.utf8.contains(0)
  }
}
