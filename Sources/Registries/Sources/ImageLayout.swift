package import Effects
package import OCIImages
package import ReleaseSigning

/// An image layout on disk: a folder, or a tar archive of one (OCI image-spec, "Image Layout").
package struct ImageLayout: ImageSource {
  /// The folder or the archive.
  package let place: String
  /// What the layout holds.
  package let index: LayoutIndex
  private let layout: any LayoutFiles

  /// Opens a layout.
  ///
  /// - Parameter path: a folder, or else an archive.
  /// - Throws: `RegistryError`.
  package init(at path: String, _ files: any Files) throws(RegistryError) {
    let layout: any LayoutFiles =
      try Self.isFolder(path, files)
      ? LayoutFolder(place: path, files: files) : try LayoutArchive(path, files)
    self.layout = layout
    place = path
    do {
      try LayoutIndex.requireVersion(try Self.read("oci-layout", in: layout))
      index = try LayoutIndex(parsing: try Self.read("index.json", in: layout))
    } catch let error as ImageDocumentError {
      throw .document(url: "\(path)/index.json", error)
    } catch let error as RegistryError {
      throw error
    } catch { throw .notFound(url: path) }
  }

  /// Whether a path leads to a folder, through links, too.
  private static func isFolder(_ path: String, _ files: any Files) throws(RegistryError) -> Bool {
    do { return try files.status("\(path)/.") != nil } catch {
      if case .notDirectory = error { return false }
      throw .file(error)
    }
  }

  /// Returns the image with a tag, or the only one.
  ///
  /// - Throws: `layout`.
  package func descriptor(tag: String?) throws(RegistryError) -> Descriptor {
    do { return try index.descriptor(tag: tag) } catch { throw .layout(path: place, error) }
  }

  package func document(_ digest: Digest) async throws(RegistryError) -> FetchedDocument {
    let name = Self.name(of: digest)
    let bytes = try Self.read(name, in: layout)
    let found = Digest.sha256(bytes)
    guard found == digest else {
      throw .digestMismatch(url: "\(place)/\(name)", expected: digest, found: found)
    }
    do { return try FetchedDocument(bytes, mediaType: nil) } catch {
      throw .document(url: "\(place)/\(name)", error)
    }
  }

  package func blob(_ descriptor: Descriptor, limit: Int) async throws(RegistryError) -> [UInt8] {
    let (path, range) = try find(descriptor)
    guard descriptor.size <= limit else {
      throw .sizeMismatch(url: path, expected: Int64(limit), found: descriptor.size)
    }
    let bytes = try layout.read(path, range)
    let found = Digest.sha256(bytes)
    guard found == descriptor.digest else {
      throw .digestMismatch(url: path, expected: descriptor.digest, found: found)
    }
    return bytes
  }

  package func withContent<R: Sendable>(
    of descriptor: Descriptor, _ use: (HTTPContent) async throws(RegistryError) -> R
  ) async throws(RegistryError) -> R {
    let (path, range) = try find(descriptor)
    return try await use(.file(path: path, range: range))
  }

  private func find(_ blob: Descriptor) throws(RegistryError) -> (path: String, range: Range<Int64>) {
    let name = Self.name(of: blob.digest)
    guard let found = try layout.find(name) else { throw .notFound(url: "\(place)/\(name)") }
    let size = found.range.upperBound - found.range.lowerBound
    guard size == blob.size else {
      throw .sizeMismatch(url: "\(place)/\(name)", expected: blob.size, found: size)
    }
    return found
  }

  private static func name(of digest: Digest) -> String { "blobs/sha256/\(digest.hex)" }

  private static func read(_ name: String, in layout: any LayoutFiles) throws(RegistryError) -> [UInt8] {
    guard let (path, range) = try layout.find(name) else { throw .notFound(url: "\(layout.place)/\(name)") }
    let size = range.upperBound - range.lowerBound
    guard size <= 4 << 20 else {
      throw .sizeMismatch(url: "\(layout.place)/\(name)", expected: 4 << 20, found: size)
    }
    return try layout.read(path, range)
  }
}
