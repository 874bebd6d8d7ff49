internal import OCIImages
internal import ReleaseConsole

/// The words for images that cannot be part of a release.
enum ImageWording {
  static func diagnostic(of problem: ImageProblem) -> Diagnostic {
    let (code, words, because, hint, exit) = parts(problem)
    return Diagnostic(code: code, problem: words, because: because, hints: [hint], exit: exit)
  }

  private typealias Parts = (code: String, problem: String, because: [String], hint: String, exit: ExitCode)

  private static func parts(_ problem: ImageProblem) -> Parts {
    switch problem {
    case .labels(let name, let problems):
      (
        "image_labels", "the image `\(name)` does not say that it is this release", problems,
        "build it with these labels, or set `images.\(name).labels` to `warn`", .refused
      )
    case .size(let name, let platform, let size, let budget):
      (
        "image_size",
        "the image `\(name)` for \(platform) has \(size.text), and `max_size` is \(budget.text)",
        [], "make it smaller: `docker history` tells which layer is large", .refused
      )
    case .latest(let name, let place):
      (
        "image_latest", "`\(place)` has no version: what `latest` leads to can change", [],
        "write `--image \(name)=\(place):<version>` or `…@sha256:…`", .refused
      )
    case .platform(let name, let platform):
      (
        "malformed", "the image `\(name)` says that it runs on `\(platform)`, which is no platform", [],
        "build it anew: `docker buildx build --platform linux/amd64`", .refused
      )
    case .engine(let said):
      (
        "docker", "docker could not be asked: \(said)", [],
        "name the image by its registry or its digest instead", .environment
      )
    case .metadata(let path, let problem):
      ("image_metadata", "`\(path)` cannot be used: \(problem)", [], "check what wrote it", .usage)
    case .notPinned(let name, let text):
      (
        "image", "the image `\(name)` is not pinned by a digest: `\(text)`", [],
        "write `--image \(name)=REFERENCE@sha256:<64 hex digits>`", .usage
      )
    case .unknown(let name):
      (
        "image", "`images.\(name)` is not in the configuration, so nothing says where the image is published",
        [],
        "name it in `release.json`, or write `--image \(name)=REGISTRY/PATH@sha256:…`", .usage
      )
    case .twice(let name): ("image", "the image `\(name)` is named twice", [], "keep one of them", .usage)
    case .notPushed(let name, let repository, let count):
      (
        "image",
        "the image `\(name)` has \(count == 0 ? "no digest" : "\(count) digests") in `\(repository)`", [],
        count == 0 ? "push it first: `docker push`" : "say which: `--image \(name)=\(repository)@sha256:…`",
        .usage
      )
    }
  }

  /// What a label should say.
  static func label(_ problem: ImageLabelProblem, on platform: String) -> String {
    switch problem {
    case .missing(let label): "\(platform) has no label \(label)"
    case .differs(let label, let found): "\(platform) has the label \(label)=\(found)"
    }
  }
}
