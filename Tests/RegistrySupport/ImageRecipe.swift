/// What an image is made of.
package struct ImageRecipe: Hashable, Sendable {
  package var platform = MadeDescriptor.Platform()
  /// The labels of its configuration; `nil` leaves them out.
  package var labels: [String: String]?
  package var layers = [LayerRecipe()]
  /// What runs when nothing else is said.
  package var command: [String] = []
  /// The annotations of its manifest.
  package var annotations: [String: String]?

  package init(
    architecture: String = "amd64", labels: [String: String]? = nil, layers: [LayerRecipe] = [LayerRecipe()]
  ) {
    platform.architecture = architecture
    (self.labels, self.layers) = (labels, layers)
  }
}

/// What a layer is made of: a tar archive of one file.
package struct LayerRecipe: Hashable, Sendable {
  /// The file's content.
  package enum Content: Hashable, Sendable {
    /// So many bytes that look like chance and are the same for the same seed.
    case bytes(Int, seed: UInt64)
    /// Those of a file of this machine.
    case file(String)
  }

  package var content: Content
  /// The file's path in the image.
  package var path = "payload"
  /// Whether the archive is packed with gzip.
  package var isCompressed = false

  package init(bytes: Int = 1000, seed: UInt64 = 1, isCompressed: Bool = false) {
    content = .bytes(bytes, seed: seed)
    self.isCompressed = isCompressed
  }

  /// A layer with an executable file of this machine.
  package init(file: String, path: String) {
    content = .file(file)
    self.path = path
  }
}
