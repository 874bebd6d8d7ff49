/// What a `Cargo.toml` says of its package's name and version
/// (https://doc.rust-lang.org/cargo/reference/manifest.html).
package struct CargoManifest: Hashable, Sendable {
  /// The name of the package; `nil` in a workspace without one.
  package let packageName: String?
  /// Whether the version is the workspace's: `version.workspace = true`.
  package let inheritsVersion: Bool
  /// Whether the package writes out a version of its own.
  package let hasOwnVersion: Bool
  /// Whether there is a version for the members of a workspace to inherit.
  package let hasWorkspaceVersion: Bool

  /// Reads a manifest.
  ///
  /// - Throws: ``VersionFileError``, malformed or too large.
  package init(parsing bytes: [UInt8]) throws(VersionFileError) {
    guard bytes.count <= VersionFormat.byteLimit else { throw .tooLarge(limit: VersionFormat.byteLimit) }
    let tables = try TOMLScanner.tables(below: Self.roots, in: SourceText(bytes))
    packageName = tables.string(at: ["package", "name"])
    inheritsVersion = tables.isTrue(at: ["package", "version", "workspace"])
    hasOwnVersion = tables.string(at: ["package", "version"]) != nil
    hasWorkspaceVersion = tables.string(at: ["workspace", "package", "version"]) != nil
  }

  private static let roots = ["package", "workspace"]

  /// Returns the places of the package's own version and of the one that members inherit.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let tables = try TOMLScanner.tables(below: roots, in: source)
    let shared = try tables.finds(at: ["workspace", "package", "version"])
      .versionPlace(in: source, notation: .semantic)
    let inherits = tables.isTrue(at: ["package", "version", "workspace"])
    if let shared, inherits { return [shared] }
    let own = try tables.finds(at: ["package", "version"]).versionPlace(in: source, notation: .semantic)
    return [own, shared].compactMap { $0 }
  }
}

extension [TOMLTable] {
  /// Returns the text of the one string at a path.
  func string(at path: [String]) -> String? {
    let finds = finds(at: path)
    guard finds.count == 1, case .string(let string)? = finds.first else { return nil }
    return String(decoding: string.text, as: UTF8.self)
  }

  fileprivate func isTrue(at path: [String]) -> Bool {
    guard case .other(_, value: .boolean(true)?)? = finds(at: path).first else { return false }
    return true
  }
}
