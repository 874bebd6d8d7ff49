internal import Effects
internal import Mustache

/// Where `{{>name}}` finds `name.mustache`, or else `name`.
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
    var bytes = try read("\(path)/\(name).mustache", for: name)
    if bytes == nil { bytes = try read("\(path)/\(name)", for: name) }
    return try bytes.map { (bytes) throws(TemplateError) in
      try Template(parsing: String(decoding: bytes, as: UTF8.self), name: name)
    }
  }

  private func read(_ path: String, for name: String) throws(TemplateError) -> [UInt8]? {
    do { return try files.readIfPresent(path, limit: 8 << 20) } catch {
      throw TemplateError(unreadable: name, because: FileWording.problem(error))
    }
  }
}
