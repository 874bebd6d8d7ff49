package import OCIImages
internal import StrictJSON

/// What a project asks of one of its images.
package struct ImagePolicy: Hashable, Sendable {
  /// Registry and path: `registry.example/acme/api`.
  package let repository: String
  /// What follows when the image's labels do not name the release's commit and version; nil: a warning, where somebody
  /// looks at them anyway.
  package let labels: LabelRule?
  /// How large one platform's image may be as it is sent; nil: as large as it is.
  package let maxSize: ByteCount?

  /// What follows from labels that say something else, or nothing.
  package enum LabelRule: String, CaseIterable, Hashable, Sendable {
    /// Nothing.
    case ignore
    /// A warning.
    case warn
    /// A refusal.
    case require
  }

  /// Whether something is asked of an image that only a look at it can tell.
  package var needsLook: Bool { labels == .warn || labels == .require || maxSize != nil }

  /// A policy of these parts.
  package init(repository: String, labels: LabelRule? = nil, maxSize: ByteCount? = nil) {
    self.repository = repository
    self.labels = labels
    self.maxSize = maxSize
  }

  /// Reads a repository alone, or an object with more.
  init(_ reader: ConfigurationReader) throws(ConfigurationError) {
    guard case .object = reader.value() else {
      self.init(repository: try reader.repository())
      return
    }
    try reader.allowOnly(["repository", "labels", "max_size"])
    self.init(
      repository: try reader.member("repository").repository(),
      labels: try reader.optional("labels")?.choice(LabelRule.self),
      maxSize: try reader.optional("max_size")?.byteCount())
  }
}

extension ConfigurationReader {
  /// The name of images without tag and digest.
  fileprivate func repository() throws(ConfigurationError) -> String {
    let text = try string()
    guard let name = try? ImageName(parsing: text), name.tag == nil, name.digest == nil else {
      throw failure(.value(text, expected: "a registry and a path, such as `registry.example/acme/api`"))
    }
    return text
  }

  fileprivate func byteCount() throws(ConfigurationError) -> ByteCount {
    let text = try string()
    guard let count = ByteCount(text) else {
      throw failure(.value(text, expected: "a size, such as `200MB` or `1.5GiB`"))
    }
    return count
  }
}
