extension Files {
  /// Returns the bytes of a regular file; nil when there is nothing.
  ///
  /// - Throws: what `read` throws, but for `notFound`.
  package func readIfPresent(_ path: String, limit: Int) throws(FileError) -> [UInt8]? {
    do { return try read(path, limit: limit) } catch {
      if case .notFound = error { return nil }
      throw error
    }
  }
}
