internal import StrictJSON
package import VersionFiles

/// A file that holds the version and gets the next one when a release is cut.
package struct VersionFile: Hashable, Sendable {
  /// The path below the repository's root.
  package let path: String
  /// How it holds the version.
  package let format: VersionFormat

  /// Takes a path below the root of a file whose format is known by its name; nil when it is not.
  package init?(path: String) {
    guard let format = VersionFormat(path: path) else { return nil }
    (self.path, self.format) = (path, format)
  }

  /// Reads a path, or `{ path, pattern }`.
  ///
  /// - Parameter folder: what the path is seen from; one that begins with a slash is seen from the root.
  init(_ reader: ConfigurationReader, in folder: String) throws(ConfigurationError) {
    if case .string(_) = reader.value() {
      path = try Self.path(reader, in: folder)
      format = VersionFormat(path: path) ?? .marked
    } else {
      try reader.allowOnly(["path", "pattern"])
      path = try Self.path(reader.member("path"), in: folder)
      format =
        try reader.optional("pattern").map { (section) throws(ConfigurationError) in
          .pattern(try Self.pattern(section))
        } ?? VersionFormat(path: path) ?? .marked
    }
  }

  /// Reads a list of files.
  static func list(
    _ key: String, of reader: ConfigurationReader, in folder: String
  ) throws(ConfigurationError) -> [VersionFile] {
    var files: [VersionFile] = []
    for section in try reader.list(key) { files.append(try VersionFile(section, in: folder)) }
    return files
  }

  private static func path(
    _ reader: ConfigurationReader, in folder: String
  ) throws(ConfigurationError) -> String {
    let text = try reader.string()
    let isRooted = text.utf8.first == UInt8(ascii: "/")
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      .filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains(".."), text.utf8.last != UInt8(ascii: "/") else {
      throw reader.failure(
        .value(text, expected: "a file below the folder, or below the root as `/package-lock.json`"))
    }
    return ((isRooted || folder.isEmpty ? [] : [folder]) + parts).joined(separator: "/")
  }

  private static func pattern(
    _ reader: ConfigurationReader
  ) throws(ConfigurationError) -> VersionPattern {
    let text = try reader.string()
    do { return try VersionPattern(parsing: text) } catch {
      throw reader.failure(
        .value(
          text,
          expected: "text on one line with one of `{version}`, `{major}`, `{minor}` and `{patch}`, once"))
    }
  }
}
