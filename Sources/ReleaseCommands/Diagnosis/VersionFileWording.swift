internal import ReleasePlanning
internal import VersionFiles

/// The words for a file that cannot take the version.
enum VersionFileWording {
  typealias Words = (code: String, problem: String, because: [String], hint: String)

  static func words(for problem: VersionFileProblem, in path: String) -> Words {
    let (because, hint) =
      switch problem {
      case .notTracked:
        ("the commit that is released has no such file", "commit it, or correct `version_files`")
      case .text(let error): reason(error)
      }
    return ("version_file", "the version cannot be written into `\(path)`", [because], hint)
  }

  private static func reason(_ error: VersionFileError) -> (String, String) {
    switch error {
    case .notFound: ("no version stands in it", mark)
    case .ambiguous(let lines):
      (
        "it has several places for a version, in lines \(lines.map(String.init).joined(separator: ", "))",
        "put a comment with `x-release-version` into the right line, or give a `pattern`"
      )
    case .computed(let line, let text):
      ("line \(line) has no version but `\(text)`", "name the file that this comes from in `version_files`")
    case .malformed(let line, let column):
      ("line \(line), column \(column) is not what a file of this name holds", "correct the file")
    case .emptyMarker(let line):
      (
        "line \(line) is marked with `x-release-version` and has no version",
        "put the version there by hand once"
      )
    case .notExpressible(let version):
      (
        "such a file cannot hold the version \(version)",
        "use a version that its readers accept, such as `-rc.1`"
      )
    case .tooLarge(let limit): ("it is larger than \(limit) bytes", "leave it out of `version_files`")
    }
  }

  private static let mark =
    "put a comment with `x-release-version` beside the version, or give a `pattern` in `version_files`"
}
