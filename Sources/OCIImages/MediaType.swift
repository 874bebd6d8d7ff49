/// The media types that images are made of (OCI image-spec, "Media types"; Docker image manifest, version 2).
package enum MediaType {
  /// One image of one platform, or an artifact.
  package static let ociManifest = "application/vnd.oci.image.manifest.v1+json"
  /// A list of manifests, one a platform.
  package static let ociIndex = "application/vnd.oci.image.index.v1+json"
  /// What `ociManifest` was modelled on.
  package static let dockerManifest = "application/vnd.docker.distribution.manifest.v2+json"
  /// What `ociIndex` was modelled on.
  package static let dockerList = "application/vnd.docker.distribution.manifest.list.v2+json"

  /// The configuration of an image.
  package static let ociConfiguration = "application/vnd.oci.image.config.v1+json"
  /// The configuration of an image, as Docker names it.
  package static let dockerConfiguration = "application/vnd.docker.container.image.v1+json"
  /// The configuration of an artifact that has none: `{}`.
  package static let emptyConfig = "application/vnd.oci.empty.v1+json"

  /// A layer as a tar archive.
  package static let ociLayer = "application/vnd.oci.image.layer.v1.tar"
  /// A layer as a tar archive, compressed with gzip.
  package static let ociLayerGzip = "application/vnd.oci.image.layer.v1.tar+gzip"
  /// A layer as a tar archive, compressed with zstd.
  package static let ociLayerZstd = "application/vnd.oci.image.layer.v1.tar+zstd"
  /// A layer as a tar archive, compressed with gzip, as Docker names it.
  package static let dockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip"

  /// The value of `Accept` for a manifest of whichever kind.
  package static let acceptHeader = [ociIndex, ociManifest, dockerList, dockerManifest].joined(
    separator: ", ")

  /// Returns whether the type is a list of manifests.
  package static func isIndex(_ type: String) -> Bool { same(type, in: [ociIndex, dockerList]) }

  /// Returns whether the type is one image or artifact.
  package static func isManifest(_ type: String) -> Bool { same(type, in: [ociManifest, dockerManifest]) }

  /// Returns whether the type is Docker's first manifest, which has no digests of its parts that could be
  /// trusted.
  package static func isSchema1(_ type: String) -> Bool {
    same(
      type,
      in: [
        "application/vnd.docker.distribution.manifest.v1+json",
        "application/vnd.docker.distribution.manifest.v1+prettyjws",
      ])
  }

  /// Returns whether the type is a layer that registries need not hold, but fetch from elsewhere.
  package static func isNonDistributable(_ type: String) -> Bool {
    Ascii.starts(type, with: "application/vnd.oci.image.layer.nondistributable.")
      || Ascii.starts(type, with: "application/vnd.docker.image.rootfs.foreign.")
  }

  /// Returns the type that a `Content-Type` field names, in lower case and without parameters.
  package static func essence(of field: String) -> String {
    let type = Array(field.utf8.prefix { $0 != UInt8(ascii: ";") })
    return Ascii.lowercased(Ascii.text(Ascii.trimmed(type[...])))
  }

  /// Returns whether a text is of the form `type/subtype` (RFC 6838, section 4.2).
  static func isWellFormed(_ text: String) -> Bool {
    let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return names.count == 2
      && names.allSatisfy { name in
        guard let first = name.first, name.count <= 127 else { return false }
        return Ascii.isAlphanumeric(first)
          && name.allSatisfy { Ascii.isAlphanumeric($0) || "!#$&-^_.+".utf8.contains($0) }
      }
  }

  private static func same(_ type: String, in types: [String]) -> Bool {
    types.contains { $0.utf8.elementsEqual(type.utf8) }
  }
}
