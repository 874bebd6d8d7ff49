internal import ReleaseConsole
internal import ReleaseManifests

/// The words for files that cannot be part of a release.
enum ContentsWording {
  static func diagnostic(of error: ContentsError) -> Diagnostic {
    let (code, problem, hint) = words(error)
    return Diagnostic(code: code, problem: problem, hints: [hint], exit: .usage)
  }

  private static func words(_ error: ContentsError) -> (String, String, String) {
    switch error {
    case .outside(let path, let root):
      ("artifact_outside", "`\(path)` lies outside of `\(root)`", "put it below the project's root")
    case .path(let path, let problem):
      ("artifact_path", "`\(path)` cannot stand in a manifest: \(part(problem))", "rename the file")
    case .noMatch(let pattern):
      ("artifact_missing", "no file fits `\(pattern)`", "build first, or change `artifacts` in release.json")
    case .missing(let path): ("artifact_missing", "`\(path)` is not there", "build first, or check the path")
    case .notAnSBOM(let path):
      ("sbom_format", "`\(path)` is neither CycloneDX nor SPDX in JSON", "check what wrote it")
    }
  }

  private static func part(_ problem: ArtifactPath.Problem) -> String {
    switch problem {
    case .length(let length): "it has \(length) bytes"
    case .byte: "it holds a character that is not printable ASCII"
    case .absolute: "it is absolute"
    case .part(let part): "it has the part `\(part)`"
    }
  }
}
