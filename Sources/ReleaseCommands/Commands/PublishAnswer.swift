internal import Registries
internal import ReleaseConsole
internal import ReleaseManifests
internal import ReleaseSigning
internal import SemanticVersions
internal import StrictJSON

/// What `publish` answers.
struct PublishAnswer {
  private let verified: VerifiedManifest
  private let images: [(publication: ImagePublication, steps: [PublishStep])]
  private let isDone: Bool

  init(
    _ verified: VerifiedManifest, _ publications: [ImagePublication], _ steps: [[PublishStep]], isDone: Bool
  ) {
    self.verified = verified
    images = Array(zip(publications, steps))
    self.isDone = isDone
  }

  var answer: Answer {
    let steps = images.flatMap(\.steps)
    let lines = steps.isEmpty ? ["everything is there already"] : steps.map(PublishWording.step)
    var document: JSONObject = [
      "version": .string(verified.manifest.version.description),
      "manifest_digest": .string(verified.digest.hex),
    ]
    if !isDone { document["dry_run"] = true }
    document["images"] = .array(images.map(image))
    document["actions"] = .array(steps.map { .string(PublishWording.step($0)) })
    return Answer(lines: lines, document: document)
  }

  private func image(_ publication: ImagePublication, _ steps: [PublishStep]) -> JSONValue {
    [
      "name": .string(publication.name),
      "reference": .string("\(publication.repository.name)@\(publication.digest.prefixed)"),
      "digest": .string(publication.digest.prefixed), "tags": JSONValue(publication.tags.map(\.tag)),
      "changes": .array(
        steps.map { ["kind": .string($0.kind.name), "what": .string($0.what)] }),
    ]
  }
}

extension PublishStep.Kind {
  /// As scripts read it.
  var name: String {
    switch self {
    case .push: "push"
    case .attach(let kind): "attach_\(kind.rawValue)"
    case .tag: "tag"
    }
  }
}
