package import SemanticVersions

/// A part of a repository with versions of its own.
package struct Component: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The folder whose commits count, without a slash at its end; empty for the root.
  package let path: String
  /// The paths in it.
  package let pattern: PathPattern
  /// The form of its tags.
  package let tag: TagPattern
  /// The components that it is built from.
  package let depends: [String]
  /// The files that hold its version.
  package let versionFiles: [VersionFile]

  init(_ section: ConfigurationReader, name: String) throws(ConfigurationError) {
    try section.allowOnly(["path", "tag", "depends", "version_files"])
    self.name = name
    let folder = try section.member("path")
    path = try folder.folder()
    pattern = try folder.pathPattern()
    if let pattern = try section.optional("tag") {
      tag = try pattern.tagPattern()
    } else {
      tag = try Self.defaultTag(of: name, section)
    }
    depends = try section.strings("depends")
    versionFiles = try VersionFile.list("version_files", of: section, in: path)
  }

  private static func defaultTag(
    of name: String, _ section: ConfigurationReader
  ) throws(ConfigurationError) -> TagPattern {
    do { return try TagPattern(parsing: "\(name)-v{version}") } catch {
      throw section.failure(.name(name, expected: "a name that can stand in a tag, or a `tag` of its own"))
    }
  }
}
