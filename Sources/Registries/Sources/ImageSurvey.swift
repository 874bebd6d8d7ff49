package import OCIImages
internal import ReleaseSigning

/// What an image says about itself, on each platform that it runs on.
package struct ImageSurvey: Hashable, Sendable {
  /// What the digest names: an index, or one image.
  package let root: FetchedDocument
  /// The images; of an index those that run, its attestations left out.
  package let platforms: [PlatformImage]

  /// One platform's image.
  package struct PlatformImage: Hashable, Sendable {
    /// What it runs on.
    package let platform: Platform
    /// Its manifest.
    package let descriptor: Descriptor
    /// The bytes of its layers and configuration, as they are kept and sent.
    package let contentSize: Int64
    /// The labels of its configuration.
    package let labels: [String: String]
    /// The annotations of its manifest.
    package let annotations: [String: String]
  }

  /// Whether the digest names a list of images.
  package var isIndex: Bool { if case .index = root.document { true } else { false } }

  /// The annotations of the index.
  package var annotations: [String: String] {
    if case .index(let index) = root.document { index.annotations } else { [:] }
  }

  /// More platforms than any image runs on.
  private static var mostPlatforms: Int { 100 }

  /// Reads the manifests and configurations of an image, and no layer.
  ///
  /// - Throws: `RegistryError`.
  package init(of root: FetchedDocument, in source: any ImageSource) async throws(RegistryError) {
    self.root = root
    guard case .index(let index) = root.document else {
      platforms = [try await Self.platform(of: root, listed: nil, in: source)]
      return
    }
    let images = index.images
    guard !images.isEmpty, images.count <= Self.mostPlatforms else {
      throw .malformed(url: "sha256:\(root.descriptor.digest.hex)", what: "index with \(images.count) images")
    }
    var platforms: [PlatformImage] = []
    for image in images {
      let document = try await source.document(image.digest)
      platforms.append(try await Self.platform(of: document, listed: image, in: source))
    }
    self.platforms = platforms
  }

  private static func platform(
    of fetched: FetchedDocument, listed: Descriptor?, in source: any ImageSource
  ) async throws(RegistryError) -> PlatformImage {
    let place = "sha256:\(fetched.descriptor.digest.hex)"
    guard case .manifest(let manifest) = fetched.document else {
      throw .malformed(url: place, what: "index of indexes")
    }
    let bytes = try await source.blob(manifest.config, limit: 4 << 20)
    let configuration: ImageConfiguration
    do { configuration = try ImageConfiguration(parsing: bytes) } catch { throw .document(url: place, error) }
    return PlatformImage(
      platform: listed?.platform ?? configuration.platform, descriptor: fetched.descriptor,
      contentSize: manifest.contentSize, labels: configuration.labels, annotations: manifest.annotations)
  }
}
