internal import ArgumentSyntax
internal import ReleaseManifests
internal import ReleasePlanning

/// `NAME=REFERENCE@sha256:…` on the command line, or `NAME=sha256:…` for an image of the configuration.
struct PinnedImage: Hashable, Sendable, ArgumentValue {
  let name: String
  private let text: String

  init(argument: String) throws(ArgumentValueError) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, Identifier.isName(parts[0]), parts[1].contains("sha256:") else {
      throw .form("`NAME=REFERENCE@sha256:…`; not supported: a tag without digest")
    }
    name = parts[0]
    text = parts[1]
  }

  /// Returns the image, its repository taken from the configuration when only the digest was given.
  ///
  /// - Throws: `ContentsError.image`.
  func image(in configuration: Configuration) throws -> Manifest.Image {
    let pinned =
      text.utf8.starts(with: "sha256:".utf8) ? configuration.images[name].map { "\($0)@\(text)" } : text
    guard let pinned else { throw ContentsError.image(name, problem: nil) }
    do {
      let reference = try ImageReference(parsing: pinned)
      return Manifest.Image(name: name, reference: reference.text, digest: reference.digest)
    } catch {
      throw ContentsError.image(name, problem: error)
    }
  }
}
