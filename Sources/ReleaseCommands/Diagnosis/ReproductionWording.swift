internal import ReleaseManifests
internal import ReleaseSigning

/// The words for what a second build made otherwise.
enum ReproductionWording {
  static func sentence(_ fault: Reproduction.Fault) -> String {
    switch fault {
    case .unreadable(let error): "the second manifest is none: \(FormatWording.statement(error))"
    case .tooLong: "the second manifest is longer than any"
    case .otherRelease(let field, let expected, let found):
      "the second build is of \(field) \(shown(found)), not of \(shown(expected))"
    case .otherCommit(let expected, let found):
      "the second build is of commit \(found), not of \(expected)"
    case .artifact(let path, let expected, let found):
      "\(path) came out otherwise: sha256:\(found.hex), signed is sha256:\(expected.hex)"
    case .artifactMissing(let path, let isInSecond):
      isInSecond ? "only the second build made \(path)" : "the second build did not make \(path)"
    case .image(let name, let expected, let found): image("image `\(name)`", expected, found)
    case .platform(let name, let image, let expected, let found):
      self.image("\(name) of image `\(image)`", expected, found)
    }
  }

  private static func image(_ what: String, _ expected: Digest?, _ found: Digest?) -> String {
    guard let expected else { return "only the second build made \(what)" }
    guard let found else { return "the second build did not make \(what)" }
    return "\(what) came out otherwise: sha256:\(found.hex), signed is sha256:\(expected.hex)"
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "none" : text }

  /// What came out the same.
  static func same(_ manifest: Manifest) -> String {
    let (files, images) = (manifest.artifacts.count, manifest.images.count)
    guard files + images > 0 else {
      return "commit and version are the same, and neither build made files or images"
    }
    let parts = [
      files == 0 ? nil : files == 1 ? "1 file" : "\(files) files",
      images == 0 ? nil : images == 1 ? "1 image" : "\(images) images",
    ]
    return "\(parts.compactMap(\.self).joined(separator: " and ")) came out the same"
  }
}
