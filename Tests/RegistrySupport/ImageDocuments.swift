/// An image's manifest.
struct ImageManifest: Encodable {
  let schemaVersion = 2
  let mediaType = "application/vnd.oci.image.manifest.v1+json"
  let config: MadeDescriptor
  let layers: [MadeDescriptor]
  var annotations: [String: String]?
  var artifactType: String?
  var subject: MadeDescriptor?

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, mediaType, config, layers, annotations, artifactType, subject
  }
}

/// An index of images.
struct ImageIndex: Encodable {
  let schemaVersion = 2
  let mediaType = "application/vnd.oci.image.index.v1+json"
  let manifests: [MadeDescriptor]
  let annotations: [String: String]?

  private enum CodingKeys: String, CodingKey {
    case schemaVersion, mediaType, manifests, annotations
  }
}

/// An image's configuration.
struct ImageConfig: Encodable {
  private struct Process: Encodable {
    let Labels: [String: String]?
    let Cmd: [String]?
  }

  private struct FileSystem: Encodable {
    let type: String
    let diff_ids: [String]
  }

  private let os: String
  private let architecture: String
  private let variant: String?
  private let config: Process
  private let rootfs: FileSystem
  private let created: String

  init(_ recipe: ImageRecipe, diffs: [String]) {
    (os, architecture) = (recipe.platform.os, recipe.platform.architecture)
    variant = recipe.platform.variant
    config = Process(Labels: recipe.labels, Cmd: recipe.command.isEmpty ? nil : recipe.command)
    rootfs = FileSystem(type: "layers", diff_ids: diffs)
    created = "2023-11-14T22:13:20Z"
  }
}
