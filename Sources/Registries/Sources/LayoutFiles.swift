internal import Effects

/// Where the files of an image layout are: in a folder, or one after the other in an archive.
protocol LayoutFiles: Sendable {
  /// The folder or the archive, for those who read an error.
  var place: String { get }

  /// Returns the file of a name below the layout, and where its bytes are; nil: there is none.
  func find(_ name: String) throws(RegistryError) -> (path: String, range: Range<Int64>)?

  /// Returns a part of a file.
  func read(_ path: String, _ range: Range<Int64>) throws(RegistryError) -> [UInt8]
}

/// A layout in a folder.
struct LayoutFolder: LayoutFiles {
  let place: String
  let files: any Files

  func find(_ name: String) throws(RegistryError) -> (path: String, range: Range<Int64>)? {
    let path = "\(place)/\(name)"
    do {
      return try files.status(path).flatMap { $0.kind == .file ? (path, 0..<$0.size) : nil }
    } catch { throw .file(error) }
  }

  func read(_ path: String, _ range: Range<Int64>) throws(RegistryError) -> [UInt8] {
    do { return try files.read(path, limit: Int(range.count)) } catch { throw .file(error) }
  }
}
