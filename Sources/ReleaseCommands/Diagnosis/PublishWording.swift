internal import OCIImages
internal import Registries
internal import ReleaseConsole
internal import ReleaseSigning

/// The words for what is done in registries, and for why a release cannot be published.
enum PublishWording {
  static func step(_ step: PublishStep) -> String {
    switch step.kind {
    case .push: "push    \(step.place)@\(step.what)"
    case .attach(let kind): "attach  \(kind.rawValue) to \(step.place)@\(step.what)"
    case .tag: "tag     \(step.place):\(step.what)"
    }
  }

  static func diagnostic(of problem: PublishProblem) -> Diagnostic {
    switch problem {
    case .noImages:
      Diagnostic(
        code: "no_images", problem: "the release has no image", hints: ["seal it with `--image NAME=…`"],
        exit: .refused)
    case .imageMissing(let name, let reference):
      Diagnostic(
        code: "image_missing", problem: "`\(reference)` is not there",
        hints: ["push it, or say where it is: `--image \(name)=oci-layout:DIR`"], exit: .environment)
    case .otherImage(let name, let expected, let found):
      Diagnostic(
        code: "image_mismatch",
        problem: "the image `\(name)` is sha256:\(found.hex) there, signed is sha256:\(expected.hex)",
        hints: ["publish the image that the manifest was made of"], exit: .refused)
    case .unknownImage(let name, let known):
      Diagnostic(
        code: "image", problem: "the release has no image `\(name)`",
        because: ["there are: \(known.joined(separator: ", "))"], exit: .usage)
    case .notKept(let repository):
      Diagnostic(
        code: "registry", problem: "`\(repository)` has not kept what it said that it took",
        hints: ["run it again; what is missing is sent once more"], exit: .environment)
    case .sharedRepository(let names):
      Diagnostic(
        code: "image", problem: "\(names.joined(separator: " and ")) are two images in one repository",
        because: ["a version's tag can lead to one of them only"],
        hints: ["publish each in a repository of its own"], exit: .refused)
    case .tagTaken(let reference, let found, let expected):
      Diagnostic(
        code: "tag_taken",
        problem: "`\(reference)` leads to sha256:\(found.hex) already, and not to sha256:\(expected.hex)",
        hints: ["a version's tag is never moved: release another version"], exit: .refused)
    }
  }
}
