/// What a `pyproject.toml` says of its project's name and version
/// (https://packaging.python.org/en/latest/specifications/pyproject-toml).
package struct PythonProject: Hashable, Sendable {
  /// The name of the project, or that of Poetry; `nil` when the file has none.
  package let name: String?

  /// Reads a project file.
  ///
  /// - Throws: ``VersionFileError``, malformed or too large.
  package init(parsing bytes: [UInt8]) throws(VersionFileError) {
    guard bytes.count <= VersionFormat.byteLimit else { throw .tooLarge(limit: VersionFormat.byteLimit) }
    let tables = try TOMLScanner.tables(below: Self.roots, in: SourceText(bytes))
    name = tables.string(at: ["project", "name"]) ?? tables.string(at: ["tool", "poetry", "name"])
  }

  private static let roots = ["project", "tool"]

  /// Returns the places of the versions of the project and of Poetry.
  static func places(in source: SourceText) throws(VersionFileError) -> [VersionPlace] {
    let tables = try TOMLScanner.tables(below: roots, in: source)
    let own = try tables.finds(at: ["project", "version"])
      .versionPlace(in: source, notation: .semanticPython)
    let poetry = try tables.finds(at: ["tool", "poetry", "version"])
      .versionPlace(in: source, notation: .semanticPython)
    let places = [own, poetry].compactMap { $0 }
    if places.isEmpty, let dynamic = dynamic(in: tables) { throw source.computed(from: dynamic) }
    return places
  }

  /// Where `dynamic = ["version"]` stands: the version is made when the project is built.
  private static func dynamic(in tables: [TOMLTable]) -> Int? {
    for find in tables.finds(at: ["project", "dynamic"]) {
      guard case .other(let offset, value: .array(let fields)?) = find else { continue }
      if fields.contains(where: { $0.text.elementsEqual("version".utf8) }) { return offset }
    }
    return nil
  }
}
