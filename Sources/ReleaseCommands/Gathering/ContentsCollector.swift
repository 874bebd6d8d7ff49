internal import Effects
internal import ReleaseManifests
internal import ReleasePlanning
internal import ReleaseSigning
internal import StrictJSON

/// Finds and hashes the files of a release.
struct ContentsCollector: Sendable {
  /// The longest bill of materials that is sealed, in bytes.
  static let longestSBOM: Int64 = 64 << 20

  let files: any Files
  /// The folder that paths in the manifest are relative to.
  let root: String

  /// Hashes files, and whatever lies below folders.
  ///
  /// - Throws: `ContentsError`, `FileError`.
  func artifacts(_ paths: [String]) throws -> [Manifest.Artifact] {
    let all = try Set(paths.flatMap(expand)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return try all.map { path in
      let name = try relative(path)
      let hashed = try files.copyHashing(path, to: nil)
      return Manifest.Artifact(
        path: name, size: hashed.size, sha256: hashed.digest, mediaType: nil,
        isExecutable: hashed.isExecutable)
    }
  }

  /// Returns the files that patterns of the configuration fit.
  func matches(_ patterns: [String]) throws -> [String] {
    try patterns.flatMap { pattern in
      let found = try Glob(pattern).matches(in: root, files)
      guard !found.isEmpty else { throw ContentsError.noMatch(pattern: pattern) }
      return found
    }
  }

  /// Hashes bills of materials and recognises their format by what is in them.
  func sboms(_ paths: [String]) throws -> [Manifest.SBOM] {
    try paths.map { path in
      let bytes = try files.read(path, limit: Int(Self.longestSBOM))
      guard let format = Self.format(of: bytes) else { throw ContentsError.notAnSBOM(path: path) }
      return Manifest.SBOM(path: try relative(path), sha256: Digest.sha256(bytes), format: format)
    }
  }

  private static func format(of bytes: [UInt8]) -> String? {
    // Whatever is no JSON is no bill of materials that we know.
    guard
      case .object(let object)? = try? JSONValue(
        parsing: bytes, limits: JSONLimits(bytes: 64 << 20, depth: 64))
    else { return nil }
    if object["bomFormat"] == "CycloneDX" { return "cyclonedx" }
    return object["spdxVersion"] == nil ? nil : "spdx"
  }

  private func expand(_ path: String) throws -> [String] {
    switch try files.status(path)?.kind {
    case nil: throw ContentsError.missing(path: path)
    case .directory: return try files.list(path).flatMap { try expand("\(path)/\($0)") }
    default: return [path]
    }
  }

  private func relative(_ path: String) throws -> ArtifactPath {
    let plain = PathText.normalized(path)
    let base = PathText.normalized(root)
    guard plain.utf8.starts(with: (base + "/").utf8) else {
      throw ContentsError.outside(path: path, root: root)
    }
    let name = String(decoding: plain.utf8.dropFirst(base.utf8.count + 1), as: UTF8.self)
    do { return try ArtifactPath(parsing: name) } catch { throw ContentsError.path(name, error) }
  }
}
