internal import OCIImages
internal import Registries
internal import ReleaseManifests
internal import SemanticVersions

/// What an image says about itself, on each of its platforms.
struct ImageFacts: Sendable {
  /// One platform's image.
  struct Part: Sendable {
    /// `linux/amd64`
    let platform: String
    let labels: [String: String]
    let annotations: [String: String]
    /// The bytes that are sent for it; nil when only an engine was asked, which has it unpacked.
    let size: Int64?
  }

  let parts: [Part]

  init(_ survey: ImageSurvey) {
    parts = survey.platforms.map { image in
      Part(
        platform: image.platform.text, labels: image.labels,
        // Those of the index speak for all of its images.
        annotations: image.annotations.merging(survey.annotations) { own, _ in own }, size: image.contentSize)
    }
  }

  init(_ image: EngineImage) {
    parts = [Part(platform: image.platform.text, labels: image.labels, annotations: [:], size: nil)]
  }

  /// What speaks against the image being of a commit and a version, by platform.
  func problems(commit: String, version: Version) -> [(platform: String, problem: ImageLabelProblem)] {
    parts.flatMap { part in
      ImageLabel.problems(of: part.labels, annotations: part.annotations, commit: commit, version: version)
        .map { (part.platform, $0) }
    }
  }
}

/// An image as it will stand in a manifest, and what is known of it beside that.
struct GatheredImage: Sendable {
  let image: Manifest.Image
  /// What it says about itself; nil when nobody looked.
  let facts: ImageFacts?
}
