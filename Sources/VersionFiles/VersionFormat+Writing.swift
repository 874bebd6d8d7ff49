package import SemanticVersions

extension VersionFormat {
  /// The most bytes that a file may have.
  package static let byteLimit = 32 << 20

  /// Returns the file's new bytes, which differ from the old ones in nothing but the version; the same bytes
  /// when the file holds the version already.
  ///
  /// What was written is read again. Where the new text would let the file be read otherwise, the places are
  /// ambiguous.
  /// - Throws: ``VersionFileError``.
  package func writing(
    _ version: Version, into bytes: [UInt8], context: VersionFileContext = VersionFileContext()
  ) throws(VersionFileError) -> [UInt8] {
    let places = try versionPlaces(in: bytes, context: context)
    let written = try Self.replacing(places, by: version, in: bytes)
    guard written != bytes else { return bytes }
    guard try holds(version, at: places.count, in: written, context: context) else {
      throw SourceText(bytes).ambiguous(at: places.map(\.range.lowerBound))
    }
    return written
  }

  /// Returns what the file says its version is: the text of its first place; `nil` where there is none.
  package func currentVersion(
    in bytes: [UInt8], context: VersionFileContext = VersionFileContext()
  ) -> String? {
    // Why there is no place is of no interest here: the file has no version to show.
    guard let place = try? versionPlaces(in: bytes, context: context).first else { return nil }
    return String(decoding: place.text, as: UTF8.self)
  }

  /// Returns the ranges of the bytes that writing may replace, in ascending order.
  ///
  /// - Throws: ``VersionFileError``.
  package func places(
    in bytes: [UInt8], context: VersionFileContext = VersionFileContext()
  ) throws(VersionFileError) -> [Range<Int>] {
    try versionPlaces(in: bytes, context: context).map(\.range)
  }

  private static func replacing(
    _ places: [VersionPlace], by version: Version, in bytes: [UInt8]
  ) throws(VersionFileError) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    for place in places {
      result += bytes[copied..<place.range.lowerBound]
      result += try place.bytes(for: version, in: bytes)
      copied = place.range.upperBound
    }
    return result + bytes[copied...]
  }

  private func holds(
    _ version: Version, at count: Int, in bytes: [UInt8], context: VersionFileContext
  ) throws(VersionFileError) -> Bool {
    let places = try versionPlaces(in: bytes, context: context)
    for place in places where try place.notation.text(of: version) != place.text { return false }
    return places.count == count
  }
}
