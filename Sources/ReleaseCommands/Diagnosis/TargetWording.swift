internal import Effects
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import Targets

/// The words for what a target could not do.
enum TargetWording {
  static func diagnostic(of error: TargetError) -> Diagnostic {
    let (code, exit) = verdict(error)
    return Diagnostic(code: code, problem: problem(error), hints: hints(error), exit: exit)
  }

  /// What was checked and is wrong is a refusal; what could not be done is the environment's.
  private static func verdict(_ error: TargetError) -> (code: String, exit: ExitCode) {
    switch error {
    case .artifactMismatch, .artifactMode: ("artifact_mismatch", .refused)
    case .artifactMissing: ("artifact_missing", .refused)
    case .linkEscapes: ("artifact_unsafe", .refused)
    case .nothingToDeploy: ("nothing_to_deploy", .refused)
    default: ("target", .environment)
    }
  }

  static func problem(_ error: TargetError) -> String {
    switch error {
    case .nothingToDeploy: "the release has no files to put into a folder"
    case .artifactsNeeded: "the target does not hold the release, and its files are not at hand"
    case .artifactMissing(let path, let folder): "`\(path)` is not in `\(folder)`"
    case .artifactMismatch(let path, let expected, let found):
      "`\(path)` has other bytes: sha256:\(found.hex), signed is sha256:\(expected.hex)"
    case .artifactMode(let path, let isProgram):
      "`\(path)` is \(isProgram ? "" : "not ")executable, and it was signed otherwise"
    case .unpack(let path, let program, let message):
      "`\(program)` could not unpack `\(path)`: \(oneLine(message))"
    case .linkEscapes(let path, let target): "`\(path)` is a link out of the release: `\(target)`"
    case .foreign(let path): "`\(path)` was not put there by `release`"
    case .restart(let command, let message): "`\(command.joined(separator: " "))` failed: \(oneLine(message))"
    case .program(let error): FileWording.problem(error)
    case .file(let error): FileWording.problem(error)
    }
  }

  /// What a program said, its lines one behind the other.
  private static func oneLine(_ said: String) -> String {
    said.split { $0.isNewline }.joined(separator: "; ")
  }

  private static func hints(_ error: TargetError) -> [String] {
    switch error {
    case .artifactsNeeded, .artifactMissing: ["name the folder that holds them with `--artifacts DIR`"]
    case .artifactMode(let path, let isProgram):
      ["set it as it was: `chmod \(isProgram ? "-" : "+")x \(path)`"]
    case .foreign(let path): ["move `\(path)` away first"]
    default: []
    }
  }
}
