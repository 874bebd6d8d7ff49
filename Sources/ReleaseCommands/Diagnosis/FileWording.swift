internal import Effects
internal import ReleaseConsole

/// The words for what went wrong with files and programs.
enum FileWording {
  static func diagnostic(of error: FileError) -> Diagnostic {
    let (code, hints) = more(error)
    return Diagnostic(code: code, problem: problem(error), hints: hints, exit: .environment)
  }

  static func problem(_ error: FileError) -> String {
    switch error {
    case .notFound(let path): "`\(path)` is not there"
    case .exists(let path): "`\(path)` is there already"
    case .notPermitted(let path): "`\(path)`: permission denied"
    case .notRegular(let path, let kind): "`\(path)` is no regular file but \(noun(kind))"
    case .notDirectory(let path): "`\(path)` is no folder"
    case .notSymlink(let path, let kind): "`\(path)` is no symbolic link but \(noun(kind))"
    case .tooLarge(let path, let limit): "`\(path)` is larger than \(limit) bytes"
    case .tooDeep(let path, let limit): "`\(path)` lies deeper than \(limit) folders"
    case .changedWhileRead(let path): "`\(path)` changed while it was read"
    case .locked(let path, let holder): "`\(path)` is held by \(holder)"
    case .noSpace(let path): "no space left for `\(path)`"
    case .invalidName(let path): "`\(path)` cannot be a path"
    case .system(let path, let operation, _, let message): "`\(path)`: \(operation): \(message)"
    }
  }

  private static func noun(_ kind: FileStatus.Kind) -> String {
    switch kind {
    case .file: "a file"
    case .directory: "a folder"
    case .symlink: "a symbolic link"
    case .other: "a pipe, a socket or a device"
    }
  }

  private static func more(_ error: FileError) -> (code: String, hints: [String]) {
    switch error {
    case .notFound:
      ("file_not_found", ["check the path; relative ones are seen from the current folder or `-C`"])
    case .exists: ("file_exists", ["nothing is overwritten: remove it, or choose another name"])
    case .notPermitted: ("file_not_permitted", [])
    case .locked: ("locked", ["try again when it is done"])
    case .notRegular:
      ("file_not_regular", ["name a file, or write to stdout and lead that where it is to go"])
    case .noSpace: ("no_space", ["make room and run it again"])
    default: ("file", [])
    }
  }

  static func problem(_ error: SubprocessError) -> String {
    switch error {
    case .programNotFound(let name):
      "`\(name)` is not \(name.utf8.contains(UInt8(ascii: "/")) ? "there" : "on the PATH")"
    case .programNotExecutable(let name): "`\(name)` cannot be executed"
    case .directoryNotFound(let path): "`\(path)` is not there to run in"
    case .invalidArgument(let program, let word): "`\(program)` cannot be given `\(word)`"
    case .tooMuchOutput(let program, let limit): "`\(program)` printed more than \(limit) bytes"
    case .system(let program, let operation, _, let message): "`\(program)`: \(operation): \(message)"
    }
  }
}
