internal import Effects
internal import Foundation
internal import ReleaseSigning
internal import Synchronization
internal import WorldSupport

/// Makes images in an OCI layout without an engine, the same bytes from the same recipe.
package final class ImageFactory: Sendable {
  private let scratch: Scratch
  private let listed = Mutex<[MadeDescriptor]>([])

  /// An empty layout in a temporary folder, which goes with the factory.
  package init() throws {
    scratch = try Scratch()
    try scratch.write("layout/oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}")
    try scratch.files.makeDirectory(scratch.at("layout/blobs/sha256"))
    try list(nil)
  }

  /// The layout's folder.
  package var layout: String { scratch.at("layout") }

  /// The file of a blob.
  package func file(of digest: String) -> String { "\(layout)/blobs/sha256/\(digest.dropFirst(7))" }

  /// Makes an image, and lists it in the layout under a tag if there is one.
  @discardableResult
  package func image(_ recipe: ImageRecipe = ImageRecipe(), tag: String? = nil) throws -> MadeImage {
    let layers = try recipe.layers.map { try layer($0) }
    let config = try blob(
      ImageConfig(recipe, diffs: layers.map(\.diff)), mediaType: "application/vnd.oci.image.config.v1+json")
    let manifest = ImageManifest(
      config: config, layers: layers.map(\.descriptor), annotations: recipe.annotations)
    var descriptor = try blob(manifest, mediaType: manifest.mediaType)
    descriptor.platform = recipe.platform
    try list(descriptor, tag: tag)
    return MadeImage(descriptor: descriptor, config: config, layers: manifest.layers)
  }

  /// Makes an index of images, and lists it in the layout under a tag if there is one.
  ///
  /// - Parameter isAttested: whether each image has an attestation manifest, as `docker buildx` makes them.
  @discardableResult
  package func index(
    _ recipes: [ImageRecipe], isAttested: Bool = false, annotations: [String: String]? = nil,
    tag: String? = nil
  ) throws -> MadeIndex {
    let images = try recipes.map { try image($0) }
    let attestations = isAttested ? try images.map { try attestation(of: $0) } : []
    let index = ImageIndex(manifests: images.map(\.descriptor) + attestations, annotations: annotations)
    let descriptor = try blob(index, mediaType: index.mediaType)
    try list(descriptor, tag: tag)
    return MadeIndex(descriptor: descriptor, images: images, attestations: attestations)
  }

  /// Makes an artifact of OCI 1.1 that refers to an image, with one blob.
  package func artifact(
    _ type: String, content: [UInt8], subject: MadeDescriptor, annotations: [String: String]? = nil,
    tag: String? = nil
  ) throws -> MadeDescriptor {
    var subject = subject
    subject.platform = nil
    let empty = try blob(Array("{}".utf8), mediaType: "application/vnd.oci.empty.v1+json")
    let manifest = ImageManifest(
      config: empty, layers: [try blob(content, mediaType: type)], annotations: annotations,
      artifactType: type, subject: subject)
    var descriptor = try blob(manifest, mediaType: manifest.mediaType)
    descriptor.artifactType = type
    try list(descriptor, tag: tag)
    return descriptor
  }

  /// Puts any bytes into the layout.
  package func blob(_ bytes: [UInt8], mediaType: String) throws -> MadeDescriptor {
    let digest = "sha256:" + Digest.sha256(bytes).hex
    try Data(bytes).write(to: URL(filePath: file(of: digest)))
    return MadeDescriptor(mediaType: mediaType, digest: digest, size: Int64(bytes.count))
  }

  /// Packs the layout as a tar archive, and returns its path.
  package func archive() throws -> String {
    try scratch.shell("tar -cf layout.tar -C layout oci-layout index.json blobs")
    return scratch.at("layout.tar")
  }

  private func blob(_ value: some Encodable, mediaType: String) throws -> MadeDescriptor {
    try blob(Self.bytes(value), mediaType: mediaType)
  }

  private static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Lists a manifest or an index in `index.json`, its tag taken from whatever had it.
  private func list(_ descriptor: MadeDescriptor?, tag: String? = nil) throws {
    let name = "org.opencontainers.image.ref.name"
    try listed.withLock { listed in
      if var descriptor, let tag {
        descriptor.annotations = [name: tag]
        listed.removeAll { $0.annotations?[name] == tag }
        listed.append(descriptor)
      }
      let bytes = try Self.bytes(ImageIndex(manifests: listed, annotations: nil))
      try Data(bytes).write(to: URL(filePath: "\(layout)/index.json"))
    }
  }

  private func attestation(of image: MadeImage) throws -> MadeDescriptor {
    let type = "application/vnd.in-toto+json"
    let predicate = "https://slsa.dev/provenance/v0.2"
    let statement = ["_type": "https://in-toto.io/Statement/v0.1", "predicateType": predicate]
    var layer = try blob(statement, mediaType: type)
    layer.annotations = ["in-toto.io/predicate-type": predicate]
    var recipe = ImageRecipe()
    recipe.platform = .init(os: "unknown", architecture: "unknown")
    let config = try blob(
      ImageConfig(recipe, diffs: [layer.digest]), mediaType: "application/vnd.oci.image.config.v1+json")
    let manifest = ImageManifest(config: config, layers: [layer], annotations: nil)
    var descriptor = try blob(manifest, mediaType: manifest.mediaType)
    descriptor.platform = recipe.platform
    descriptor.annotations = [
      "vnd.docker.reference.digest": image.digest, "vnd.docker.reference.type": "attestation-manifest",
    ]
    return descriptor
  }

  /// Makes a layer without ever holding more than a piece of it, and returns the digest of its archive as well.
  private func layer(_ recipe: LayerRecipe) throws -> (descriptor: MadeDescriptor, diff: String) {
    let path = scratch.at("layer-\(UInt64.random(in: 0 ... .max))")
    var (diff, size) = try write(LayerArchive(recipe), to: path)
    let archive = "sha256:" + diff
    var type = "application/vnd.oci.image.layer.v1.tar"
    if recipe.isCompressed {
      type += "+gzip"
      try scratch.shell("gzip -nc '\(path)' >'\(path).gz'; mv '\(path).gz' '\(path)'")
      diff = try scratch.files.copyHashing(path, to: nil).digest.hex
      size = try FileHandle(forReadingFrom: URL(filePath: path)).seekToEnd()
    }
    let descriptor = MadeDescriptor(mediaType: type, digest: "sha256:" + diff, size: Int64(size))
    try scratch.files.rename(path, to: file(of: descriptor.digest))
    return (descriptor, archive)
  }

  private func write(_ archive: LayerArchive, to path: String) throws -> (digest: String, size: UInt64) {
    try Data().write(to: URL(filePath: path))
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    var hasher = SHA256Hasher()
    for piece in archive {
      hasher.update(piece)
      try file.write(contentsOf: Data(piece))
    }
    let size = try file.offset()
    try file.close()
    return (hasher.finalize().hex, size)
  }
}
