/// What an image runs on and says about itself (OCI image-spec, "Image configuration").
package struct ImageConfiguration: Hashable, Sendable {
  /// The operating system, as Go names it.
  package let os: String
  /// The architecture, as Go names it.
  package let architecture: String
  /// The variant of the architecture.
  package let variant: String?
  /// The labels; none where the image has no `config.Labels`.
  package let labels: [String: String]

  /// Reads the configuration of an image.
  ///
  /// - Throws: `ImageDocumentError`.
  package init(parsing bytes: [UInt8]) throws(ImageDocumentError) {
    let document = try DocumentCursor(parsing: bytes, limits: ImageDocument.limits)
    try document.refuseOtherCapitals(of: ["os", "architecture", "variant", "config"])
    let config = try document.optional("config")
    try config?.refuseOtherCapitals(of: ["Labels"])
    os = try document.member("os").string()
    architecture = try document.member("architecture").string()
    variant = try document.text("variant")
    labels = try config?.table("Labels") ?? [:]
  }

  /// What the image runs on.
  package var platform: Platform { Platform(os: os, architecture: architecture, variant: variant) }
}
