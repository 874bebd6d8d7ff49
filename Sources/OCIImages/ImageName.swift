package import ReleaseSigning

/// The name of an image: `registry.example:5000/acme/api:1.5.0@sha256:…`.
///
/// The grammar is that of distribution/reference (`reference.go`), and short names mean what they mean to
/// docker: `nginx` is `docker.io/library/nginx`. A tag that is absent stays absent.
package struct ImageName: Hashable, Sendable {
  /// The registry and its port, as written: `registry.example:5000`, `docker.io`.
  package let registry: String
  /// The repository within the registry: `acme/api`.
  package let repository: String
  /// The tag, when one was given.
  package let tag: String?
  /// The digest, when one was given.
  package let digest: Digest?

  init(registry: String, repository: String, tag: String?, digest: Digest?) {
    self.registry = registry
    self.repository = repository
    self.tag = tag
    self.digest = digest
  }

  /// Registry and repository without tag and digest: `docker.io/library/nginx`.
  package var familiar: String { "\(registry)/\(repository)" }

  /// The whole name with what was given; reading it again gives an equal name.
  package var text: String {
    familiar + (tag.map { ":\($0)" } ?? "") + (digest.map { "@sha256:\($0.hex)" } ?? "")
  }

  /// Host and port of the registry's API: `registry-1.docker.io` for `docker.io`.
  package var host: String { DockerHub.isMeant(by: registry) ? DockerHub.host : registry }

  /// Whether the registry is this machine by its name alone: `localhost`, a name below it (RFC 6761, section
  /// 6.3), `127.0.0.0/8` in its usual spelling or `[::1]`.
  package var isLoopback: Bool { HostName(registry).isLoopback }

  /// Returns the name with this tag and this digest instead of its own.
  ///
  /// A byte that no tag may have becomes `_`, and what is beyond 128 bytes is cut off, so that a name always
  /// has a tag of the grammar.
  package func with(tag: String?, digest: Digest?) -> ImageName {
    ImageName(registry: registry, repository: repository, tag: tag.flatMap(ImageTag.fitted), digest: digest)
  }
}

extension ImageName: CustomStringConvertible {
  /// The same as ``text``.
  package var description: String { text }
}
