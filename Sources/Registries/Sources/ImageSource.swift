package import Effects
package import OCIImages
package import ReleaseSigning

/// Where an image can be read from.
package protocol ImageSource: Sendable {
  /// Returns a manifest or index; its bytes have the digest that was asked for.
  func document(_ digest: Digest) async throws(RegistryError) -> FetchedDocument

  /// Returns a small blob; its bytes have the digest and the length that it is described by.
  func blob(_ descriptor: Descriptor, limit: Int) async throws(RegistryError) -> [UInt8]

  /// Hands on a blob of any length as a file or a part of one, for as long as `use` takes.
  func withContent<R: Sendable>(
    of descriptor: Descriptor, _ use: (HTTPContent) async throws(RegistryError) -> R
  ) async throws(RegistryError) -> R
}

extension ImageRepository: ImageSource {
  package func withContent<R: Sendable>(
    of descriptor: Descriptor, _ use: (HTTPContent) async throws(RegistryError) -> R
  ) async throws(RegistryError) -> R {
    let files = registry.world.files
    let folder = try kept { () throws(FileError) in try files.temporaryDirectory(prefix: "release-image-") }
    // What cannot be removed changes nothing about the blob.
    defer { try? files.remove(folder) }
    let path = "\(folder)/blob"
    try kept { () throws(FileError) in try files.create([], at: path, mode: 0o600) }
    try await download(descriptor, to: path, files)
    return try await use(.file(path: path, range: 0..<descriptor.size))
  }

  private func kept<R>(_ work: () throws(FileError) -> R) throws(RegistryError) -> R {
    do { return try work() } catch { throw .file(error) }
  }
}
