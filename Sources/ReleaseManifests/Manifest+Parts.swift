package import ReleaseSigning
package import SemanticVersions

extension Manifest {
  /// The sources that a release was made from.
  package struct Source: Hashable, Sendable {
    /// Where the repository is published (`git+https://…`); nil when it has no public address.
    package var uri: String?
    /// The full name of the release commit.
    package var commit: String
    /// The full name of its tree.
    package var tree: String
    /// The full name of the tag: `refs/tags/v1.5.0`.
    package var tagRef: String

    /// Makes a source.
    package init(uri: String?, commit: String, tree: String, tagRef: String) {
      self.uri = uri
      self.commit = commit
      self.tree = tree
      self.tagRef = tagRef
    }
  }

  /// The release before this one.
  package struct Previous: Hashable, Sendable {
    /// Its version.
    package var version: Version
    /// SHA-256 of its manifest; nil when it was released without one.
    package var manifestDigest: Digest?

    /// Makes a link to the release before.
    package init(version: Version, manifestDigest: Digest?) {
      self.version = version
      self.manifestDigest = manifestDigest
    }
  }

  /// How far the version moved.
  package struct BumpRecord: Hashable, Sendable {
    /// The part of the version that moved.
    package var level: Bump
    /// The number of commits since the release before.
    package var commits: Int

    /// Makes a record.
    package init(level: Bump, commits: Int) {
      self.level = level
      self.commits = commits
    }
  }

  /// The section of the changelog that tells of this release.
  package struct ChangelogRecord: Hashable, Sendable {
    /// The section's text.
    package var markdown: String
    /// SHA-256 of that text.
    package var sha256: Digest { Digest.sha256(Array(markdown.utf8)) }

    /// Makes a record of a text.
    package init(markdown: String) { self.markdown = markdown }
  }

  /// A container image.
  package struct Image: Hashable, Sendable {
    /// What the project calls it: `api`.
    package var name: String
    /// Where it is, pinned: `registry.example/acme/api@sha256:…`.
    package var reference: String
    /// The digest of its manifest or index.
    package var digest: Digest
    /// The media type of what the digest names, when it is known.
    package var mediaType: String?
    /// The size in bytes of what the digest names, when it is known.
    package var size: Int64?
    /// The images of an index.
    package var platforms: [Platform]

    /// One platform's image in an index.
    package struct Platform: Hashable, Sendable {
      /// The operating system, as in OCI: `linux`.
      package var os: String
      /// The architecture, as in OCI: `amd64`.
      package var architecture: String
      /// The variant of the architecture, as in OCI: `v8`.
      package var variant: String?
      /// The digest of the platform's manifest.
      package var digest: Digest

      /// The usual spelling: `linux/arm/v7`.
      package var text: String { ([os, architecture] + (variant.map { [$0] } ?? [])).joined(separator: "/") }

      /// Makes a platform.
      package init(os: String, architecture: String, variant: String? = nil, digest: Digest) {
        self.os = os
        self.architecture = architecture
        self.variant = variant
        self.digest = digest
      }
    }

    /// Makes an image.
    package init(
      name: String, reference: String, digest: Digest, mediaType: String? = nil, size: Int64? = nil,
      platforms: [Platform] = []
    ) {
      self.name = name
      self.reference = reference
      self.digest = digest
      self.mediaType = mediaType
      self.size = size
      self.platforms = platforms
    }
  }

  /// A file of the release.
  package struct Artifact: Hashable, Sendable {
    /// Where it lies below the folder that the release is checked against.
    package var path: ArtifactPath
    /// Its size in bytes.
    package var size: Int64
    /// SHA-256 of its bytes.
    package var sha256: Digest
    /// Its media type, when it is known.
    package var mediaType: String?
    /// Whether it is a program.
    package var isExecutable: Bool

    /// Makes an artifact.
    package init(path: ArtifactPath, size: Int64, sha256: Digest, mediaType: String?, isExecutable: Bool) {
      self.path = path
      self.size = size
      self.sha256 = sha256
      self.mediaType = mediaType
      self.isExecutable = isExecutable
    }
  }

  /// A software bill of materials.
  package struct SBOM: Hashable, Sendable {
    /// Where it lies below the folder that the release is checked against.
    package var path: ArtifactPath
    /// SHA-256 of its bytes.
    package var sha256: Digest
    /// `cyclonedx` or `spdx`.
    package var format: String

    /// Makes a bill of materials.
    package init(path: ArtifactPath, sha256: Digest, format: String) {
      self.path = path
      self.sha256 = sha256
      self.format = format
    }
  }

  /// What made a manifest.
  package struct Tool: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its version.
    package var version: String

    /// Makes a tool.
    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }
}
