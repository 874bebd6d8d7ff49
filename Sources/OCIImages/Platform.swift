package import StrictJSON

/// What an image runs on (OCI image-spec, "Image index").
package struct Platform: Hashable, Sendable {
  /// The operating system, as Go names it: `linux`.
  package let os: String
  /// The architecture, as Go names it: `arm64`.
  package let architecture: String
  /// The variant of the architecture: `v8`.
  package let variant: String?
  /// The version of the operating system, which Windows needs.
  package let osVersion: String?

  /// A platform of these parts.
  package init(os: String, architecture: String, variant: String? = nil, osVersion: String? = nil) {
    self.os = os
    self.architecture = architecture
    self.variant = variant
    self.osVersion = osVersion
  }

  init(_ cursor: DocumentCursor) throws(ImageDocumentError) {
    try cursor.refuseOtherCapitals(of: ["os", "architecture", "variant", "os.version"])
    self.init(
      os: try cursor.member("os").string(), architecture: try cursor.member("architecture").string(),
      variant: try cursor.text("variant"), osVersion: try cursor.text("os.version"))
  }

  /// The usual spelling: `linux/arm64/v8`.
  package var text: String { ([os, architecture] + (variant.map { [$0] } ?? [])).joined(separator: "/") }

  /// Whether nothing runs on it: what builders give to attestations.
  package var isUnknown: Bool {
    os.hasSameBytes(as: "unknown") && architecture.hasSameBytes(as: "unknown")
  }

  /// The members as image indexes have them.
  package var json: JSONObject {
    var object: JSONObject = ["architecture": .string(architecture), "os": .string(os)]
    if let osVersion { object.append("os.version", .string(osVersion)) }
    if let variant { object.append("variant", .string(variant)) }
    return object
  }
}
