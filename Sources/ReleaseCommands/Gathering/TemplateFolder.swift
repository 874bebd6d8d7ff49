internal import Effects
internal import Mustache

/// Where `{{>name}}` finds `name.mustache`.
struct TemplateFolder: Sendable {
  /// The folder; nil: there is none, and no partial either.
  let path: String?
  let files: any Files

  /// Returns a partial; one that is not there is nil, and empty, as the specification says. No name leads out of the
  /// folder.
  ///
  /// - Throws: `TemplateError`.
  func template(_ name: String) throws(TemplateError) -> Template? {
    guard let path, !name.utf8.contains(UInt8(ascii: "/")), !name.isEmpty else { return nil }
    let bytes: [UInt8]?
    do { bytes = try files.readIfPresent("\(path)/\(name).mustache", limit: 8 << 20) } catch {
      throw TemplateError(unreadable: name, because: FileWording.problem(error))
    }
    return try bytes.map { (bytes) throws(TemplateError) in
      try Template(parsing: String(decoding: bytes, as: UTF8.self), name: name)
    }
  }
}
