internal import Effects
internal import OCIImages

/// A layout in a tar archive, which is read where it lies.
struct LayoutArchive: LayoutFiles {
  let place: String
  private let files: any Files
  private let index: ArchiveIndex

  /// Finds out what is in an archive.
  ///
  /// - Throws: `archive`, `file`.
  init(_ path: String, _ files: any Files) throws(RegistryError) {
    place = path
    self.files = files
    let size: Int64
    do throws(FileError) {
      guard let status = try files.status(files.followed(path)) else { throw FileError.notFound(path: path) }
      size = status.size
    } catch { throw .file(error) }
    do {
      index = try ArchiveIndex(size: size) { offset, count in
        try files.read(path, part: offset..<(offset + Int64(count)))
      }
    } catch let error as FileError { throw .file(error) } catch let error as ArchiveProblem {
      throw .archive(path: path, error)
    } catch { throw .archive(path: path, .header(at: 0)) }
  }

  func find(_ name: String) throws(RegistryError) -> (path: String, range: Range<Int64>)? {
    index.range(of: name).map { (place, $0) }
  }

  func read(_ path: String, _ range: Range<Int64>) throws(RegistryError) -> [UInt8] {
    do { return try files.read(path, part: range) } catch { throw .file(error) }
  }
}
